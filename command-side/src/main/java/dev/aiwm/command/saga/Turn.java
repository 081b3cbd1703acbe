package dev.aiwm.command.saga;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

/**
 * Whose turn it is on a resource: an operation that displaces another waits for the end of the
 * other's execution. That end always comes, because the saga of the displaced operation begins its
 * execution in any case and then gives it up.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, creatorVisibility = Visibility.ANY)
final class Turn {
    private boolean come;
    private boolean begun;
    private String givenUp;

    private Turn() {}

    static Turn after(ExecutionId displaced, ResourceId resourceId, Operations operations) {
        var turn = new Turn();
        turn.come = displaced == null || isOver(displaced, resourceId, operations);
        return turn;
    }

    /**
     * An execution that is not there yet will be, unless the node refuses to confirm the claims:
     * then its saga ends without it. The node gives both of us the same answer.
     */
    private static boolean isOver(
            ExecutionId displaced, ResourceId resourceId, Operations operations) {
        var execution = operations.states().execution(displaced);
        if (execution != null) {
            return execution.status().isEnded();
        }
        var resource = operations.states().resource(resourceId);
        return operations.confirm(resource.nodeId(), resourceId).isPresent();
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
