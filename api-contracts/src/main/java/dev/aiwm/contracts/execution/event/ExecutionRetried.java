package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;

import org.axonframework.serialization.Revision;

import java.time.Instant;
import java.util.List;

/** An execution that had ended begins another round: these steps are to be done again. */
@Revision("1")
public record ExecutionRetried(
        ExecutionId executionId, int round, List<Integer> steps, Instant deadline)
        implements ExecutionEvent {
    public ExecutionRetried {
        requireNonNull(executionId, "executionId is null");
        steps = List.copyOf(steps);
        requireNonNull(deadline, "deadline is null");
    }
}
