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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Hears, in whatever process, when an operation of a resource or an execution has ended. The log is
 * followed from the first time that someone waits.
 */
@Component
class ExecutionOutcomes implements AutoCloseable {
    private final EventLog log;
    private final EventTail tail;
    private final Map<ExecutionId, CompletableFuture<Boolean>> operations =
            new ConcurrentHashMap<>();
    private final Map<ExecutionId, CompletableFuture<Boolean>> executions =
            new ConcurrentHashMap<>();
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
        return await(operations, id, patience);
    }

    /** The execution itself has ended, by success or otherwise. */
    CompletableFuture<Boolean> ofExecution(ExecutionId id, Duration patience) {
        return await(executions, id, patience);
    }

    private CompletableFuture<Boolean> await(
            Map<ExecutionId, CompletableFuture<Boolean>> waiting,
            ExecutionId id,
            Duration patience) {
        follow();
        return waiting.computeIfAbsent(id, absent -> new CompletableFuture<>())
                .copy()
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((ended, failure) -> waiting.remove(id));
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
                end(executions, execution.executionId());
            }
            return;
        }
        if (payload instanceof EndsOperation ended) {
            end(operations, ended.executionId());
        }
    }

    private static void end(Map<ExecutionId, CompletableFuture<Boolean>> waiting, ExecutionId id) {
        CompletableFuture<Boolean> outcome = waiting.remove(id);
        if (outcome != null) {
            outcome.completeAsync(() -> true);
        }
    }

    @Override
    public synchronized void close() {
        if (following != null) {
            following.close();
        }
    }
}
