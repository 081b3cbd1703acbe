package dev.aiwm.command.saga;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

import dev.aiwm.contracts.ExecutionId;

/**
 * Whose turn it is on a resource: an operation that displaces another waits for the end of the
 * other's execution. That end always comes, because the saga of the displaced operation begins its
 * execution in any case and then gives it up, or says that it never will.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, creatorVisibility = Visibility.ANY)
final class Turn {
    private boolean come;
    private boolean begun;
    private String givenUp;

    private Turn() {}

    static Turn after(ExecutionId displaced, Operations operations) {
        var turn = new Turn();
        turn.come = displaced == null || isOver(displaced, operations);
        return turn;
    }

    /** An execution that is not there yet will be. */
    private static boolean isOver(ExecutionId displaced, Operations operations) {
        var execution = operations.states().execution(displaced);
        return execution != null && execution.status().isEnded();
    }

    boolean hasCome() {
        return come;
    }

    /** The operation's own execution is there; what was to be given up meanwhile is so now. */
    void begun(Operations operations, ExecutionId executionId) {
        come = true;
        begun = true;
        if (givenUp != null) {
            operations.cancel(executionId, givenUp);
        }
    }

    void giveUp(Operations operations, ExecutionId executionId, String reason) {
        givenUp = reason;
        if (begun) {
            operations.cancel(executionId, reason);
        }
    }
}
