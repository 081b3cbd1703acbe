package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.command.AmendExecution;
import dev.aiwm.contracts.execution.command.PauseExecution;
import dev.aiwm.contracts.execution.command.RecoverStep;
import dev.aiwm.contracts.execution.command.ResumeExecution;
import dev.aiwm.contracts.execution.query.ExecutionView;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.request.ETags;
import dev.aiwm.web.request.IfMatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What can be done to an execution that is under way. */
@RestController
@RequestMapping("/api/executions")
@Tag(name = "Executions")
class SteeringController {
    private final KnownExecutions executions;
    private final Commands commands;

    SteeringController(KnownExecutions executions, Commands commands) {
        this.executions = executions;
        this.commands = commands;
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "updateExecution",
            summary = "Change labels, deadline or priority by a JSON merge patch",
            description = "Deadline and priority only while it runs.")
    ResponseEntity<ExecutionView> update(
            @PathVariable ExecutionId id,
            @RequestBody @Valid UpdateExecutionRequest request,
            Caller caller,
            IfMatch version) {
        ExecutionState before = executions.require(id, caller);
        Map<String, String> labels = MergePatch.apply(before.labels(), request.labels());
        check(request.labels(), labels);
        boolean merged = labels != null && version.isAny();
        return answer(
                commands.send(
                        new AmendExecution(
                                id,
                                labels,
                                request.timeoutAt(),
                                request.priority(),
                                merged ? before.sequence() : version.expectedSequence())));
    }

    private static void check(Map<String, String> patch, Map<String, String> merged) {
        if (patch == null) {
            return;
        }
        Map<String, String> set = new LinkedHashMap<>(patch);
        set.values().removeIf(Objects::isNull);
        List<FieldError> errors = new ArrayList<>();
        ResourceForms.labels("/labels", set, errors);
        ResourceForms.labels("/labels", merged, errors);
        ResourceForms.refuse(errors.stream().distinct().toList());
    }

    @PostMapping("/{id}/pause")
    @Operation(
            operationId = "pauseExecution",
            summary = "Let nothing new begin for now",
            description =
                    "What nodes are at goes on, and so does the deadline: move it when the pause is"
                            + " to last. It survives restarts.")
    ResponseEntity<ExecutionView> pause(
            @PathVariable ExecutionId id,
            @RequestBody(required = false) @Valid PauseRequest request,
            Caller caller,
            IfMatch version) {
        executions.require(id, caller);
        String reason = PauseRequest.orDefault(request).reason();
        return answer(commands.send(new PauseExecution(id, reason, version.expectedSequence())));
    }

    @PostMapping("/{id}/resume")
    @Operation(
            operationId = "resumeExecution",
            summary = "Let a paused execution go on",
            description = "What was due meanwhile is done now.")
    ResponseEntity<ExecutionView> resume(
            @PathVariable ExecutionId id,
            @RequestBody(required = false) Nothing nothing,
            Caller caller,
            IfMatch version) {
        executions.require(id, caller);
        return answer(commands.send(new ResumeExecution(id, version.expectedSequence())));
    }

    @PostMapping("/{id}/recover")
    @Operation(
            operationId = "recoverStep",
            summary = "Decide how a step ended of which nobody hears",
            description =
                    "For a step that is out or waits to be tried again; what its node says later"
                            + " counts no more. What follows from the decision happens at once."
                            + " Needs the role operator.")
    ResponseEntity<ExecutionView> recover(
            @PathVariable ExecutionId id,
            @RequestBody @Valid RecoverRequest request,
            Caller caller,
            IfMatch version) {
        caller.requireOperator();
        ExecutionState before = executions.require(id, caller);
        int step = CustomExecutions.stepOf(before, request.step(), "/step");
        return answer(
                commands.send(
                        new RecoverStep(
                                id,
                                step,
                                request.succeeded(),
                                request.reason(),
                                version.expectedSequence())));
    }

    private static ResponseEntity<ExecutionView> answer(ExecutionState state) {
        return ResponseEntity.ok().eTag(ETags.of(state.sequence())).body(ExecutionView.of(state));
    }
}
