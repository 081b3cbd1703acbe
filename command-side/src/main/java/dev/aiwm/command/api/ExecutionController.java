package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.ExecutionFold;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.query.ExecutionView;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.ETags;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.Prefer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Wishes about executions. */
@RestController
@RequestMapping("/api/executions")
@Tag(name = "Executions")
class ExecutionController {
    private static final int ACCEPTED = 202;
    private static final String REASON = "cancelled by a user";

    private final Commands commands;
    private final EventLog log;
    private final ExecutionOutcomes outcomes;
    private final LaterAnswers later;

    ExecutionController(
            Commands commands, EventLog log, ExecutionOutcomes outcomes, LaterAnswers later) {
        this.commands = commands;
        this.log = log;
        this.outcomes = outcomes;
        this.later = later;
    }

    @DeleteMapping("/{id}")
    @Operation(
            operationId = "cancelExecution",
            summary = "Cancel an execution",
            description = "Steps that are done are undone before it ends.")
    @ApiResponse(
            responseCode = "200",
            description = "It ended while the client waited",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "It is being cancelled",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    Object cancel(@PathVariable ExecutionId id, Caller caller, IfMatch version, Prefer prefer) {
        ExecutionState before = find(id);
        if (before == null || !caller.maySee(before.owner())) {
            throw new Rejection(
                    RejectionCode.NOT_FOUND,
                    "there is no execution " + id.value(),
                    Map.of("executionId", id.value()));
        }
        CompletableFuture<Boolean> end =
                prefer.wantsToWait() ? outcomes.ofExecution(id, prefer.patience()) : null;
        ExecutionState state =
                commands.send(new CancelExecution(id, REASON, version.expectedSequence()));
        return end == null || state.status().isEnded()
                ? answer(state)
                : later.answer(end, prefer, () -> answer(find(id)));
    }

    private static ResponseEntity<ExecutionView> answer(ExecutionState state) {
        return ResponseEntity.status(state.status().isEnded() ? 200 : ACCEPTED)
                .location(Answers.execution(state.executionId()))
                .eTag(ETags.of(state.sequence()))
                .body(ExecutionView.of(state));
    }

    private ExecutionState find(ExecutionId id) {
        ExecutionState state = null;
        for (LoggedEvent event : log.readAggregate(id.toString())) {
            if (event.payload() instanceof ExecutionEvent change) {
                state =
                        ExecutionFold.evolve(
                                state, change, new EventFacts(event.sequence(), event.timestamp()));
            }
        }
        return state;
    }
}
