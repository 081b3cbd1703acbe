package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.command.plan.ExecutionSettings;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.query.ExecutionView;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.ETags;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.Prefer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.CompletableFuture;

/** Beginning executions, ending them, and beginning them again. */
@RestController
@RequestMapping("/api/executions")
@Tag(name = "Executions")
class ExecutionController {
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int OK = 200;
    private static final String REASON = "cancelled by a user";

    private final CustomExecutions custom;
    private final KnownExecutions executions;
    private final Commands commands;
    private final ExecutionOutcomes outcomes;
    private final LaterAnswers later;
    private final ExecutionSettings settings;

    ExecutionController(
            CustomExecutions custom,
            KnownExecutions executions,
            Commands commands,
            ExecutionOutcomes outcomes,
            LaterAnswers later,
            ExecutionSettings settings) {
        this.custom = custom;
        this.executions = executions;
        this.commands = commands;
        this.outcomes = outcomes;
        this.later = later;
        this.settings = settings;
    }

    @PostMapping(consumes = "application/json")
    @Operation(
            operationId = "createExecution",
            summary = "Carry out steps of your own choice",
            description =
                    "A step acts on a resource of yours that has confirmed claims on the node of"
                            + " the step. What makes, removes or resizes something is refused: that"
                            + " is for the API of resources. What is wrong is told with its exact"
                            + " place. Secrets are kept encrypted and never shown again.")
    @ApiResponse(
            responseCode = "201",
            description = "The execution; after `Prefer: wait` perhaps as it ended",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    Object create(
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    CreateExecutionRequest.class)))
                    JsonNode body,
            Caller caller,
            RequestIds ids,
            Prefer prefer) {
        var end = endOf(ids.executionId(), prefer);
        ExecutionState state = custom.create(body, caller, ids);
        return end == null || state.status().isEnded()
                ? answer(CREATED, state, prefer)
                : later.answer(
                        end, prefer, () -> answer(CREATED, fresh(state.executionId()), prefer));
    }

    @DeleteMapping("/{id}")
    @Operation(
            operationId = "cancelExecution",
            summary = "Cancel an execution",
            description =
                    "Nothing new begins; what a node is at may finish for some seconds (a setting)"
                            + " and is given up then. What is done is undone before it ends. The"
                            + " operation of a resource ends as failed, and the resource tells so.")
    @ApiResponse(
            responseCode = "200",
            description = "It ended while the client waited",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "It is being cancelled",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    Object cancel(
            @PathVariable ExecutionId id,
            @Parameter(description = "Do not wait for what a node is at")
                    @RequestParam(defaultValue = "false")
                    boolean force,
            Caller caller,
            IfMatch version,
            Prefer prefer) {
        executions.require(id, caller);
        var end = endOf(id, prefer);
        long grace = force ? 0 : settings.cancelGrace().toSeconds();
        ExecutionState state =
                commands.send(new CancelExecution(id, REASON, grace, version.expectedSequence()));
        return ended(end, state, prefer);
    }

    @PostMapping("/{id}/retry")
    @Operation(
            operationId = "retryExecution",
            summary = "Do again what did not succeed",
            description =
                    "Another round of an execution that failed or was cancelled, with the time it"
                            + " had at first. Only of those with steps of your own choice: the"
                            + " operation of a resource is asked of the resource again.")
    @ApiResponse(
            responseCode = "200",
            description = "It ended while the client waited",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Another round has begun",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    Object retry(
            @PathVariable ExecutionId id,
            @RequestBody(required = false) @Valid RetryRequest request,
            Caller caller,
            IfMatch version,
            Prefer prefer) {
        ExecutionState before = executions.require(id, caller);
        var end = endOf(id, prefer);
        String from = RetryRequest.orDefault(request).fromStep();
        return ended(end, custom.retry(before, from, caller, version), prefer);
    }

    private CompletableFuture<Boolean> endOf(ExecutionId id, Prefer prefer) {
        return prefer.wantsToWait() ? outcomes.ofExecution(id, prefer.patience()) : null;
    }

    private Object ended(CompletableFuture<Boolean> end, ExecutionState state, Prefer prefer) {
        return end == null || state.status().isEnded()
                ? answer(state, prefer)
                : later.answer(end, prefer, () -> answer(fresh(state.executionId()), prefer));
    }

    private ExecutionState fresh(ExecutionId id) {
        return executions.find(id).orElseThrow();
    }

    private static ResponseEntity<ExecutionView> answer(ExecutionState state, Prefer prefer) {
        return answer(state.status().isEnded() ? OK : ACCEPTED, state, prefer);
    }

    private static ResponseEntity<ExecutionView> answer(
            int status, ExecutionState state, Prefer prefer) {
        var answer =
                ResponseEntity.status(status)
                        .location(Answers.execution(state.executionId()))
                        .eTag(ETags.of(state.sequence()));
        if (prefer.wantsToWait()) {
            answer.header(Prefer.APPLIED, prefer.applied());
        }
        return answer.body(ExecutionView.of(state));
    }
}
