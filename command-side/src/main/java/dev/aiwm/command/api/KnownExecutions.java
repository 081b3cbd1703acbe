package dev.aiwm.command.api;

import dev.aiwm.command.state.States;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;

/** Executions as their own events tell them; never older than what was answered before. */
@Component
class KnownExecutions {
    private final States states;

    KnownExecutions(States states) {
        this.states = states;
    }

    Optional<ExecutionState> find(ExecutionId id) {
        return Optional.ofNullable(states.execution(id));
    }

    /** One that the caller may know of; to others it is as if it did not exist. */
    ExecutionState require(ExecutionId id, Caller caller) {
        return find(id).filter(state -> caller.maySee(state.owner()))
                .orElseThrow(
                        () ->
                                new Rejection(
                                        RejectionCode.NOT_FOUND,
                                        "there is no execution " + id.value(),
                                        Map.of("executionId", id.value())));
    }
}
