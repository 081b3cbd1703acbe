package dev.aiwm.query.audit;

import static dev.aiwm.query.Events.NODE;
import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.enrolled;
import static dev.aiwm.query.Events.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.bulk.event.BulkCancellationRequested;
import dev.aiwm.contracts.deadletter.event.DeadLetterRetryRequested;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

/** No event may be without a subject: what is kept of the past would stop at it. */
class SubjectTest {
    private static Subject of(Object stream, Object event) {
        return Subject.of(
                new LoggedEvent(
                        new Position(1),
                        "type",
                        stream.toString(),
                        0,
                        Instant.EPOCH,
                        "event-1",
                        event,
                        Map.of()));
    }

    @Test
    void each_kind_of_event_is_about_something() {
        var resource = ResourceId.random();
        var execution = ExecutionId.random();
        var bulk = BulkId.random();

        assertThat(of(resource, created(resource, "r")))
                .isEqualTo(new Subject("resource", resource.value()));
        assertThat(of(NODE, enrolled(NODE))).isEqualTo(new Subject("node", NODE.value()));
        assertThat(of(execution, execution(execution, resource)))
                .isEqualTo(new Subject("execution", execution.value()));
        assertThat(of(bulk, new BulkCancellationRequested(bulk, "why not")))
                .isEqualTo(new Subject("bulk", bulk.value()));
        assertThat(of("stream", new DeadLetterRetryRequested("letter", "processor")))
                .isEqualTo(new Subject("dead-letter", "letter"));
    }
}
