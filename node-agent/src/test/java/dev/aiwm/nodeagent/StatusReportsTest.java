package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.ResourceStatusReport;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was seen of an object while a command worked on it. */
class StatusReportsTest {
    private static final Instant BEGUN = Instant.parse("2026-03-04T05:06:07Z");
    private static final Instant BEFORE = BEGUN.minusMillis(1);
    private static final Instant LATER = BEGUN.plusMillis(1);

    private final ResourceId resource = ResourceId.random();
    private final List<ObservedState> told = new ArrayList<>();
    private final StatusReports reports =
            new StatusReports(
                    (type, about, data) ->
                            told.add(((ResourceStatusReport) data).observation().state()),
                    id -> true);

    @BeforeEach
    void the_controller_listens() {
        reports.listen();
    }

    @Test
    void what_was_before_the_work_is_not_told_after_its_result() {
        reports.changed(seen(ObservedState.STOPPED, BEFORE));

        reports.idle(resource, ObservedState.RUNNING, BEGUN);

        assertThat(told).isEmpty();
    }

    @Test
    void what_came_of_the_work_in_the_end_is_told() {
        reports.changed(seen(ObservedState.FAILED, LATER));

        reports.idle(resource, ObservedState.RUNNING, BEGUN);

        assertThat(told).containsExactly(ObservedState.FAILED);
    }

    @Test
    void what_is_known_is_told_when_the_result_says_nothing() {
        reports.changed(seen(ObservedState.STOPPED, BEFORE));

        reports.idle(resource, null, BEGUN);

        assertThat(told).containsExactly(ObservedState.STOPPED);
    }

    @Test
    void what_the_result_says_as_well_is_not_told_unless_there_is_more_to_say() {
        reports.changed(seen(ObservedState.RUNNING, BEFORE));
        reports.idle(resource, ObservedState.RUNNING, BEGUN);
        assertThat(told).isEmpty();

        reports.changed(seen(ObservedState.RUNNING, BEFORE, "the health check fails"));
        reports.idle(resource, ObservedState.RUNNING, BEGUN);
        assertThat(told).containsExactly(ObservedState.RUNNING);
    }

    private ManagedResource seen(ObservedState state, Instant at) {
        return seen(state, at, null);
    }

    private ManagedResource seen(ObservedState state, Instant at, String message) {
        return new ManagedResource(
                resource,
                ResourceType.APPLICATION_CONTAINER,
                1,
                new Observation(state, null, message, at),
                null);
    }
}
