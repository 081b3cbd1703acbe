package dev.aiwm.command.execution;

import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;
import dev.aiwm.contracts.protocol.FollowingStep;
import dev.aiwm.contracts.resource.ResourceAction;

import java.util.ArrayList;
import java.util.List;

/**
 * What a node is told together with a step, because it will be asked for it next: steps of an
 * operation that follow one another on the same node, about the same resource. What a user planned
 * is asked for step by step, since before each of them the claims are looked at again.
 */
final class Following {
    private Following() {}

    static List<FollowingStep> after(ExecutionState state, StepState step) {
        boolean first = step.lastAttempt(false) == 0 && !step.toldAhead();
        if (!first || state.action() == ResourceAction.CUSTOM) {
            return List.of();
        }
        var following = new ArrayList<FollowingStep>();
        var next = next(state, step);
        while (next != null) {
            var plan = next.plan();
            following.add(new FollowingStep(next.index(), plan.timeoutSeconds(), plan.command()));
            next = next(state, next);
        }
        return following;
    }

    /** The only one that depends on this one, if it depends on nothing else and is done there. */
    private static StepState next(ExecutionState state, StepState last) {
        String name = last.plan().name();
        var dependent =
                state.steps().stream()
                        .filter(step -> step.plan().dependsOn().contains(name))
                        .toList();
        if (dependent.size() != 1) {
            return null;
        }
        var next = dependent.get(0);
        boolean sameTurn =
                next.status() == StepStatus.PENDING
                        && next.plan().dependsOn().size() == 1
                        && next.plan().nodeId().equals(last.plan().nodeId())
                        && state.subjectOf(next).equals(state.subjectOf(last));
        return sameTurn ? next : null;
    }
}
