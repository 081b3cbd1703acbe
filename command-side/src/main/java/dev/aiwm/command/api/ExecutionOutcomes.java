package dev.aiwm.command.api;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.resource.event.EndsOperation;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LoggedEvent;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Hears, in whatever process, when an operation of a resource or an execution has ended. The log is
 * followed from the first time that someone waits.
 */
@Component
class ExecutionOutcomes implements AutoCloseable {
    private final EventLog log;
    private final EventTail tail;
    private final Waiting<ExecutionId> operations = new Waiting<>();
    private final Waiting<ExecutionId> executions = new Waiting<>();
    private EventTail.Following following;

    ExecutionOutcomes(EventLog log, EventTail tail) {
        this.log = log;
        this.tail = tail;
    }

    /**
     * The resource has heard how the operation ended: true then, false when time ran out first. To
     * miss nothing, begin to wait before sending the command that starts the operation.
     */
    CompletableFuture<Boolean> ofOperation(ExecutionId id, Duration patience) {
        follow();
        return operations.until(id, patience);
    }

    /** The execution itself has ended, by success or otherwise. */
    CompletableFuture<Boolean> ofExecution(ExecutionId id, Duration patience) {
        follow();
        return executions.until(id, patience);
    }

    private synchronized void follow() {
        if (following == null) {
            following = tail.follow(log.head(), this::hear);
        }
    }

    private void hear(LoggedEvent event) {
        Object payload = event.payload();
        if (payload instanceof ExecutionEvent execution) {
            boolean ended =
                    payload instanceof ExecutionSucceeded
                            || payload instanceof ExecutionFailed
                            || payload instanceof ExecutionCancelled;
            if (ended) {
                executions.happened(execution.executionId());
            }
            return;
        }
        if (payload instanceof EndsOperation ended) {
            operations.happened(ended.executionId());
        }
    }

    @Override
    public synchronized void close() {
        if (following != null) {
            following.close();
        }
    }
}
