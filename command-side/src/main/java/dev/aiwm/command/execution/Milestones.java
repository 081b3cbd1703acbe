package dev.aiwm.command.execution;

import dev.aiwm.contracts.execution.ExecutionState;

/** The quarters of the work (R146). */
final class Milestones {
    private static final int QUARTER = 25;

    private Milestones() {}

    static boolean isReached(ExecutionState state) {
        return of(state) > state.milestone();
    }

    /** In percent. */
    static int of(ExecutionState state) {
        return state.progress() / QUARTER * QUARTER;
    }
}
