package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.resource.ObservedState;

/** What a domain does, of the many states and reasons that libvirt tells apart. */
enum PowerState {
    RUNNING(ObservedState.RUNNING, null),
    PAUSED(ObservedState.PAUSED, null),
    STOPPED(ObservedState.STOPPED, null),
    CRASHED(ObservedState.FAILED, "the virtual machine's process ended by itself");

    private static final int PAUSE = 3;
    private static final int SHUT_OFF = 5;
    private static final int CRASH = 6;
    private static final int SLEEPS = 7;
    private static final int OFF_BY_CRASH = 3;
    private static final int OFF_BY_FAILURE = 6;

    private final ObservedState observed;
    private final String message;

    PowerState(ObservedState observed, String message) {
        this.observed = observed;
        this.message = message;
    }

    static PowerState of(int state, int reason) {
        return switch (state) {
            case PAUSE, SLEEPS -> PAUSED;
            case CRASH -> CRASHED;
            case SHUT_OFF -> reason == OFF_BY_CRASH || reason == OFF_BY_FAILURE ? CRASHED : STOPPED;
            default -> RUNNING;
        };
    }

    /** Whether there is a process, going on or frozen. */
    boolean isOn() {
        return this == RUNNING || this == PAUSED;
    }

    ObservedState observed() {
        return observed;
    }

    String message() {
        return message;
    }
}
