package dev.aiwm.command.clock;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.command.testing.FoldedIndex;
import dev.aiwm.command.testing.TestMongo;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.ComputeReleased;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.command.ReviewClaims;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceObserved;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.ResourceStopped;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Claims of which nobody says what they are for. */
class ReviewingClaimsTest {
    private static final ResourceId RESOURCE = Samples.resource(1);
    private static final Claims ALL = Samples.claims();
    private static final Claims AT_REST = ALL.withoutCompute();

    private final TestMongo mongo = new TestMongo();
    private final FoldedIndex index = new FoldedIndex(DueProjection.definition(), mongo.database());
    private final Deadlines deadlines = new Deadlines(index);

    @AfterEach
    void close() {
        mongo.close();
    }

    /** Events of this index happen at the beginning of time. */
    @Test
    void a_claim_that_nothing_follows_is_looked_at_again() {
        claimed();
        happened(new ResourceObserved(RESOURCE, seen(ObservedState.STOPPED), null));
        assertThat(deadlines.dueBy(59_999, 10)).isEmpty();
        assertThat(deadlines.dueBy(60_000, 10))
                .singleElement()
                .extracting(Deadline::command)
                .isEqualTo(new ReviewClaims(RESOURCE));
    }

    @Test
    void one_that_is_followed_by_its_start_is_not() {
        claimed();
        happened(new ResourceStartRequested(RESOURCE, Samples.execution(1), ALL));
        assertThat(index.all()).isEmpty();
    }

    @Test
    void one_that_an_operation_makes_is_not_once_that_has_ended() {
        claimed();
        happened(new ResourceStopped(RESOURCE, Samples.execution(1), 0));
        assertThat(index.all()).isEmpty();
    }

    @Test
    void one_that_is_given_back_is_not() {
        claimed();
        index.happened(NODE, new ComputeReleased(NODE, RESOURCE, AT_REST));
        assertThat(index.all()).isEmpty();
        claimed();
        index.happened(NODE, new CapacityClaimed(NODE, RESOURCE, ALL, AT_REST));
        assertThat(index.all()).isEmpty();
        claimed();
        index.happened(NODE, new CapacityReleased(NODE, RESOURCE, "over"));
        assertThat(index.all()).isEmpty();
    }

    private void claimed() {
        index.happened(NODE, new CapacityClaimed(NODE, RESOURCE, AT_REST, ALL));
    }

    private void happened(ResourceEvent event) {
        index.happened(RESOURCE, event);
    }

    private static Observation seen(ObservedState state) {
        return new Observation(state, null, null, NOW);
    }
}
