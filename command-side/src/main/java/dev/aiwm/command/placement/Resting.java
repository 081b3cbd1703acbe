package dev.aiwm.command.placement;

import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.OnDivergence;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.WantedState;

/**
 * Which resources are to hold nothing to compute with. What is wanted to run may come to run at any
 * time, by its restoration or by its engine, and what has failed may run nonetheless: only what is
 * not to run and was seen at rest gives its compute back.
 */
public final class Resting {
    private Resting() {}

    public static boolean keepsNoCompute(ResourceState state) {
        return state.computeWhenStopped() == ComputeWhenStopped.RELEASE
                && state.operation() == null
                && state.wanted() == WantedState.STOPPED
                && (state.status() == ResourceStatus.STOPPED
                        || state.status() == ResourceStatus.FAILED && wasSeenAtRest(state));
    }

    private static boolean wasSeenAtRest(ResourceState state) {
        return state.observed() != null
                && switch (state.observed().state()) {
                    case STOPPED, FAILED, ABSENT -> true;
                    case RUNNING, PAUSED, UNKNOWN -> false;
                };
    }

    /** The same of what nobody has stopped: its engine must not begin it again by itself. */
    public static boolean keepsNoComputeByItself(ResourceState state) {
        return keepsNoCompute(state) && staysAtRest(state);
    }

    private static boolean staysAtRest(ResourceState state) {
        var config = state.config();
        return !OnDivergence.isLeftToTheEngine(config)
                || state.observed().state() == ObservedState.ABSENT
                || state.observed().state() == ObservedState.STOPPED
                        && OnDivergence.usual(config) == OnDivergence.ACCEPT;
    }
}
