package dev.aiwm.command.node;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.claims;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.command.ExtendClaims;
import dev.aiwm.contracts.node.command.SettleClaims;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceSize;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ExtendingClaimsTest extends NodeSpecification {
    private static final Claims MORE = claims().withAmounts(8, 16_384, 40);

    @Test
    void what_is_there_is_claimed_as_well() {
        given(held()).when(extend(8, 16_384, 40)).then(claimed(claims(), MORE));
    }

    @Test
    void what_is_held_already_changes_nothing_and_less_takes_nothing_away() {
        given(held()).when(extend(4, 8_192, 40)).thenNothing();
        given(held()).when(extend(1, 512, 10)).thenNothing();
        given(held())
                .when(extend(1, 16_384, 10))
                .then(claimed(claims(), claims().withAmounts(4, 16_384, 40)));
    }

    @Test
    void it_is_all_or_nothing() {
        given(held()).when(extend(8, 65_537, 40)).thenRejected(RejectionCode.RAM_EXHAUSTED);
        given(held()).when(extend(65, 16_384, 40)).thenRejected(RejectionCode.CPU_EXHAUSTED);
        given(held()).when(extend(8, 16_384, 1_001)).thenRejected(RejectionCode.DISK_EXHAUSTED);
    }

    @Test
    void what_others_hold_is_not_there() {
        var other = claims().withAmounts(1, 60_000, 10);
        given(held(reserved(SECOND, other)))
                .when(extend(4, 16_384, 40))
                .thenRejected(RejectionCode.RAM_EXHAUSTED);
    }

    @Test
    void only_confirmed_claims_on_a_node_that_is_heard_grow() {
        given(online()).when(extend(8, 16_384, 40)).thenRejected(RejectionCode.NO_RESERVATION);
        given(online(reserved(FIRST, claims())))
                .when(extend(8, 16_384, 40))
                .thenRejected(RejectionCode.NO_RESERVATION);
        given(held(fenced(1))).when(extend(8, 16_384, 40)).thenRejected(RejectionCode.NODE_FENCED);
    }

    @Test
    void what_is_too_much_is_given_back_even_by_a_node_that_is_silent() {
        given(held(claimed(claims(), MORE)))
                .when(settle(4, 8_192, 40))
                .then(claimed(MORE, claims()));
        given(held(claimed(claims(), MORE), fenced(1)))
                .when(settle(4, 8_192, 40))
                .then(claimed(MORE, claims()));
    }

    @Test
    void settling_never_claims_more_and_may_be_repeated() {
        given(held()).when(settle(4, 8_192, 40)).thenNothing();
        given(held()).when(settle(8, 16_384, 80)).thenNothing();
        given(online()).when(settle(4, 8_192, 40)).thenNothing();
    }

    private static ExtendClaims extend(double cpuCores, long ramMB, long diskGB) {
        return new ExtendClaims(NODE, FIRST, new ResourceSize(cpuCores, ramMB, diskGB));
    }

    private static SettleClaims settle(double cpuCores, long ramMB, long diskGB) {
        return new SettleClaims(NODE, FIRST, new ResourceSize(cpuCores, ramMB, diskGB));
    }

    private static CapacityClaimed claimed(Claims before, Claims after) {
        return new CapacityClaimed(NODE, FIRST, before, after);
    }

    private static NodeEvent[] held(NodeEvent... more) {
        var events = new ArrayList<NodeEvent>();
        events.add(reserved(FIRST, claims()));
        events.add(new ReservationConfirmed(NODE, FIRST));
        events.addAll(List.of(more));
        return online(events.toArray(NodeEvent[]::new));
    }
}
