package dev.aiwm.support.deadletter;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * A processor's turn in which sagas were looked for and none was found. Nothing was done, so it may
 * be done again: its token need not be stored, nor anything brought to the disk.
 */
public final class IdleTurn {
    private static final String FOUND = IdleTurn.class.getName();

    private IdleTurn() {}

    /** Sagas were looked for, or made. */
    public static void sagas(boolean found) {
        CurrentUnitOfWork.ifStarted(
                unit ->
                        unit.root()
                                .resources()
                                .merge(FOUND, found, (one, other) -> (boolean) one || found));
    }

    static boolean isCurrent() {
        return CurrentUnitOfWork.isStarted()
                && Boolean.FALSE.equals(CurrentUnitOfWork.get().root().getResource(FOUND));
    }
}
