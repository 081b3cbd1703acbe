package dev.aiwm.command.node;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.demand;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.command.ConfirmReservation;
import dev.aiwm.contracts.node.command.ExpireReservation;
import dev.aiwm.contracts.node.command.ReleaseCapacity;
import dev.aiwm.contracts.node.command.ReleaseCompute;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.ComputeReleased;
import dev.aiwm.contracts.node.event.NodeRemoved;
import dev.aiwm.contracts.node.event.ReservationExpired;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class ReservingCapacityTest extends NodeSpecification {
    private static final ReservationExpired EXPIRED = new ReservationExpired(NODE, FIRST);

    @Test
    void a_node_reserves_what_is_free() {
        given(online()).when(reserve(FIRST)).then(reserved(FIRST));
    }

    @Test
    void reserving_again_is_accepted_and_changes_nothing() {
        given(online(reserved(FIRST))).when(reserve(FIRST)).thenNothing();
        given(online(reserved(FIRST), confirmed(FIRST))).when(reserve(FIRST)).thenNothing();
    }

    @Test
    void what_is_reserved_can_be_reserved_differently() {
        given(online(reserved(FIRST)))
                .when(reserve(FIRST, demand(8, 8192, 40)))
                .then(reserved(FIRST, amounts(8, 8192, 40)));
    }

    @Test
    void a_reservation_that_is_due_is_reserved_anew() {
        clock.pass(Duration.ofMinutes(2));
        given(online(reserved(FIRST))).when(reserve(FIRST)).then(reserved(FIRST));
    }

    @Test
    void a_resource_claims_another_size() {
        given(online(reserved(FIRST), confirmed(FIRST)))
                .when(reserve(FIRST, demand(8, 8192, 40)))
                .then(new CapacityClaimed(NODE, FIRST, amounts(4, 8192, 40), amounts(8, 8192, 40)));
    }

    @Test
    void a_resource_does_not_stand_in_its_own_way() {
        given(online(reserved(FIRST, amounts(64, 65_536, 1_000)), confirmed(FIRST)))
                .when(reserve(FIRST, demand(60, 65_000, 1_000)))
                .then(
                        new CapacityClaimed(
                                NODE,
                                FIRST,
                                amounts(64, 65_536, 1_000),
                                amounts(60, 65_000, 1_000)));
    }

    @Test
    void what_others_hold_is_not_given_out() {
        given(online(reserved(FIRST, amounts(4, 60_000, 40))))
                .when(reserve(SECOND))
                .thenRejected(RejectionCode.RAM_EXHAUSTED);
    }

    @Test
    void a_node_that_never_connected_has_nothing() {
        given(enrolled()).when(reserve(FIRST)).thenRejected(RejectionCode.NODE_NOT_CONNECTED);
    }

    @Test
    void a_cordoned_node_takes_nothing_new() {
        given(online(cordoned())).when(reserve(FIRST)).thenRejected(RejectionCode.NODE_CORDONED);
    }

    @Test
    void a_cordoned_node_lets_what_it_has_claim_again() {
        given(online(reserved(FIRST), confirmed(FIRST), cordoned()))
                .when(reserve(FIRST, demand(1, 8192, 40)))
                .then(new CapacityClaimed(NODE, FIRST, amounts(4, 8192, 40), amounts(1, 8192, 40)));
    }

    @Test
    void a_fenced_node_takes_nothing() {
        given(online(fenced(1))).when(reserve(FIRST)).thenRejected(RejectionCode.NODE_FENCED);
    }

    @Test
    void a_removed_node_takes_nothing() {
        given(online(new NodeRemoved(NODE)))
                .when(reserve(FIRST))
                .thenRejected(RejectionCode.NODE_REMOVED);
    }

    @Test
    void a_reservation_is_confirmed_once() {
        given(online(reserved(FIRST)))
                .when(new ConfirmReservation(NODE, FIRST, amounts(4, 8192, 40)))
                .then(confirmed(FIRST));
        given(online(reserved(FIRST), confirmed(FIRST)))
                .when(new ConfirmReservation(NODE, FIRST, amounts(4, 8192, 40)))
                .thenNothing();
    }

    @Test
    void a_confirmation_that_comes_late_is_rejected() {
        given(online(reserved(FIRST), EXPIRED))
                .when(new ConfirmReservation(NODE, FIRST, amounts(4, 8192, 40)))
                .thenRejected(RejectionCode.RESERVATION_EXPIRED);
    }

    @Test
    void what_is_not_there_any_more_is_not_confirmed() {
        var released = new ComputeReleased(NODE, FIRST, amounts(0, 0, 40));
        given(online(reserved(FIRST), confirmed(FIRST), released))
                .when(new ConfirmReservation(NODE, FIRST, amounts(4, 8192, 40)))
                .thenRejected(RejectionCode.RESERVATION_EXPIRED);
    }

    @Test
    void a_reservation_that_nobody_confirmed_expires() {
        clock.set(EXPIRY);
        given(online(reserved(FIRST))).when(new ExpireReservation(NODE, FIRST)).then(EXPIRED);
    }

    @Test
    void a_reservation_does_not_expire_before_its_time() {
        given(online(reserved(FIRST))).when(new ExpireReservation(NODE, FIRST)).thenNothing();
    }

    @Test
    void what_is_confirmed_does_not_expire() {
        clock.pass(Duration.ofDays(1));
        given(online(reserved(FIRST), confirmed(FIRST)))
                .when(new ExpireReservation(NODE, FIRST))
                .thenNothing();
    }

    @Test
    void a_resource_gives_everything_back_once() {
        var release = new ReleaseCapacity(NODE, FIRST, "deleted");
        var released = new CapacityReleased(NODE, FIRST, "deleted");
        given(online(reserved(FIRST), confirmed(FIRST))).when(release).then(released);
        given(online(reserved(FIRST), confirmed(FIRST), released)).when(release).thenNothing();
    }

    @Test
    void a_stopped_resource_gives_compute_back_once() {
        var release = new ReleaseCompute(NODE, FIRST);
        var released = new ComputeReleased(NODE, FIRST, amounts(0, 0, 40));
        given(online(reserved(FIRST), confirmed(FIRST))).when(release).then(released);
        given(online(reserved(FIRST), confirmed(FIRST), released)).when(release).thenNothing();
        given(online()).when(release).thenNothing();
    }
}
