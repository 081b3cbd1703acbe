package dev.aiwm.command.api;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.resource.event.EndsOperation;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LoggedEvent;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

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
     * The resource has heard how the operation ended, or has given it up for another: true then,
     * false when time ran out first.
     *
     * @param over it is so already; asked once an end from then on cannot be missed
     */
    CompletableFuture<Boolean> ofOperation(
            ExecutionId id, Duration patience, BooleanSupplier over) {
        follow();
        var end = operations.until(id, patience);
        if (over.getAsBoolean()) {
            operations.happened(id);
        }
        return end;
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
        ExecutionId over = null;
        if (payload instanceof EndsOperation ended) {
            over = ended.executionId();
        } else if (payload instanceof ResourceStopRequested stop) {
            over = stop.displaced();
        } else if (payload instanceof ResourceDeletionRequested deletion) {
            over = deletion.displaced();
        }
        if (over != null) {
            operations.happened(over);
        }
    }

    @Override
    public synchronized void close() {
        if (following != null) {
            following.close();
        }
    }
}
