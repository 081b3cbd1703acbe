package dev.aiwm.command.execution;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;
import dev.aiwm.contracts.execution.command.RetryExecution;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionRetried;
import dev.aiwm.contracts.resource.ResourceAction;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Doing again what did not succeed. An operation of a resource is not done again here: the resource
 * has drawn its conclusions from the failure, so it is asked for anew.
 */
final class Rounds {
    static final int MOST = 20;

    private Rounds() {}

    static List<ExecutionEvent> again(ExecutionState state, RetryExecution command, Instant now) {
        Steering.theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        if (state.action() != ResourceAction.CUSTOM) {
            throw new Rejection(
                    RejectionCode.BELONGS_TO_RESOURCE,
                    "ask for the operation of the resource again",
                    Map.of("resourceId", state.subject().id(), "action", state.action().wire()));
        }
        boolean unsuccessful =
                state.status() == ExecutionStatus.FAILED
                        || state.status() == ExecutionStatus.CANCELLED;
        if (!unsuccessful) {
            throw Steering.illegal(state, "only what failed or was cancelled is retried");
        }
        if (state.round() >= MOST) {
            throw new Rejection(
                    RejectionCode.TOO_MANY_ROUNDS, "an execution has at most " + MOST + " rounds");
        }
        var steps = toBeDone(state, command.fromStep());
        if (steps.isEmpty()) {
            throw new Rejection(RejectionCode.NOTHING_TO_RETRY, "every step succeeded");
        }
        return List.of(
                new ExecutionRetried(
                        state.executionId(),
                        state.round() + 1,
                        steps,
                        now.plusSeconds(state.limitSeconds())));
    }

    private static List<Integer> toBeDone(ExecutionState state, Integer fromStep) {
        Set<String> named = fromStep == null ? Set.of() : withAllThatDepend(state, fromStep);
        return state.steps().stream()
                .filter(
                        step ->
                                step.status() != StepStatus.SUCCEEDED
                                        || named.contains(step.plan().name()))
                .map(StepState::index)
                .toList();
    }

    private static Set<String> withAllThatDepend(ExecutionState state, int fromStep) {
        if (fromStep < 0 || fromStep >= state.steps().size()) {
            throw new Rejection(RejectionCode.INVALID_PLAN, "there is no step " + fromStep);
        }
        var named = new HashSet<String>();
        named.add(state.step(fromStep).plan().name());
        for (int index : StepOrder.of(state.steps().stream().map(StepState::plan).toList())) {
            var plan = state.step(index).plan();
            if (plan.dependsOn().stream().anyMatch(named::contains)) {
                named.add(plan.name());
            }
        }
        return named;
    }
}
