package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.FollowingStep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Steps that a node may have begun before it was asked for them. */
final class ToldAhead {
    /** Said by others than the node: it may have succeeded all the same. */
    private static final Set<String> NOT_THE_NODES_WORD =
            Set.of(
                    RejectionCode.STEP_TIMED_OUT.name(),
                    RejectionCode.STEP_NOT_ACKNOWLEDGED.name(),
                    RejectionCode.EXECUTION_TIMED_OUT.name(),
                    RejectionCode.FAILED_BY_OPERATOR.name(),
                    RejectionCode.CANCELLED.name());

    private ToldAhead() {}

    static ExecutionState with(ExecutionState state, List<FollowingStep> following) {
        return following.isEmpty()
                ? state
                : marked(state, following.stream().map(FollowingStep::stepIndex).toList(), true);
    }

    /** A node goes on to what follows when the attempt that it was told with has succeeded. */
    static ExecutionState without(ExecutionState state, int index, int attempt, Failure failure) {
        var failed = state.step(index);
        boolean known =
                attempt == failed.attemptBase() + 1 && !NOT_THE_NODES_WORD.contains(failure.code());
        var after = known ? after(state, failed) : List.<Integer>of();
        return after.isEmpty() ? state : marked(state, after, false);
    }

    private static List<Integer> after(ExecutionState state, StepState first) {
        var found = new ArrayList<Integer>();
        var last = first;
        while (last != null) {
            String name = last.plan().name();
            last =
                    state.steps().stream()
                            .filter(StepState::toldAhead)
                            .filter(step -> step.plan().dependsOn().contains(name))
                            .findFirst()
                            .orElse(null);
            if (last != null) {
                found.add(last.index());
            }
        }
        return found;
    }

    private static ExecutionState marked(
            ExecutionState state, List<Integer> indices, boolean toldAhead) {
        var draft = new ExecutionDraft(state);
        var steps = new ArrayList<>(state.steps());
        for (int index : indices) {
            var step = new StepDraft(steps.get(index));
            step.toldAhead = toldAhead;
            steps.set(index, step.done());
        }
        draft.steps = steps;
        return draft.done();
    }
}
