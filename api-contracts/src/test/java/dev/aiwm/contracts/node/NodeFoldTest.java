package dev.aiwm.contracts.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.ComputeReleased;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeCordoned;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.NodeFenced;
import dev.aiwm.contracts.node.event.NodeOvercommitChosen;
import dev.aiwm.contracts.node.event.NodeRemoved;
import dev.aiwm.contracts.node.event.NodeTokenIssued;
import dev.aiwm.contracts.node.event.NodeTokenRevoked;
import dev.aiwm.contracts.node.event.NodeUncordoned;
import dev.aiwm.contracts.node.event.NodeUnfenced;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.node.event.ReservationExpired;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.HostPort;
import dev.aiwm.contracts.node.ledger.LedgerTotals;
import dev.aiwm.contracts.node.ledger.MigSlice;
import dev.aiwm.contracts.node.ledger.StaticIp;
import dev.aiwm.contracts.node.ledger.Transport;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class NodeFoldTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant EXPIRY = START.plusSeconds(60);
    private static final NodeId NODE = NodeId.of("node-1");
    private static final ResourceId ONE = ResourceId.random();
    private static final ResourceId TWO = ResourceId.random();
    private static final Claims SMALL =
            new Claims(2, 1_024, 0, List.of(), List.of(), List.of(), List.of());
    private static final Claims LARGE =
            new Claims(
                    8,
                    65_536,
                    200,
                    List.of("GPU-0", "GPU-1"),
                    List.of(new MigSlice("GPU-8", "MIG-1", "1g.10gb")),
                    List.of(new StaticIp(100, "10.0.0.5")),
                    List.of(new HostPort(Transport.TCP, null, 8_080)));

    @Test
    void an_enrolled_node_is_pending_and_takes_nothing() {
        var state = after(enrolled());

        assertThat(state.status()).isEqualTo(NodeStatus.PENDING);
        assertThat(state.isSchedulable()).isFalse();
        assertThat(state.allocations()).isEmpty();
        assertThat(state.epoch()).isZero();
    }

    @Test
    void a_connected_node_is_online_under_its_epoch() {
        var state = after(enrolled(), connected(1));

        assertThat(state.status()).isEqualTo(NodeStatus.ONLINE);
        assertThat(state.epoch()).isEqualTo(1);
        assertThat(state.isSchedulable()).isTrue();
        assertThat(state.inventory()).isEqualTo(inventory());
    }

    @Test
    void a_fenced_node_is_offline_until_it_is_unfenced() {
        var fenced = after(enrolled(), connected(1), new NodeFenced(NODE, 1, "silent"));

        assertThat(fenced.status()).isEqualTo(NodeStatus.OFFLINE);
        assertThat(fenced.isSchedulable()).isFalse();
        assertThat(fenced.fenceReason()).isEqualTo("silent");

        var back =
                after(
                        enrolled(),
                        connected(1),
                        new NodeFenced(NODE, 1, "silent"),
                        connected(2),
                        new NodeUnfenced(NODE, 2));
        assertThat(back.status()).isEqualTo(NodeStatus.ONLINE);
        assertThat(back.isSchedulable()).isTrue();
        assertThat(back.fenceReason()).isNull();
        assertThat(back.epoch()).isEqualTo(2);
    }

    @Test
    void a_node_that_connects_while_fenced_stays_offline() {
        var state = after(enrolled(), connected(1), new NodeFenced(NODE, 1, "x"), connected(2));

        assertThat(state.status()).isEqualTo(NodeStatus.OFFLINE);
    }

    @Test
    void a_cordoned_node_is_online_and_takes_nothing_new() {
        var cordoned = after(enrolled(), connected(1), new NodeCordoned(NODE, "repair"));

        assertThat(cordoned.status()).isEqualTo(NodeStatus.ONLINE);
        assertThat(cordoned.isSchedulable()).isFalse();
        assertThat(
                        after(
                                        enrolled(),
                                        connected(1),
                                        new NodeCordoned(NODE, "repair"),
                                        new NodeUncordoned(NODE))
                                .isSchedulable())
                .isTrue();
    }

    @Test
    void a_node_that_is_enrolled_again_goes_on_with_its_epochs() {
        var state = after(enrolled(), connected(7), new NodeRemoved(NODE), enrolled());

        assertThat(state.epoch()).isEqualTo(7);
        assertThat(state.status()).isEqualTo(NodeStatus.PENDING);
        assertThat(state.allocations()).isEmpty();
    }

    @Test
    void a_reservation_counts_at_once_and_expires_unless_it_is_confirmed() {
        var reserved = after(enrolled(), connected(1), reserved(ONE, LARGE));

        assertThat(reserved.allocationOf(ONE).confirmed()).isFalse();
        assertThat(reserved.allocationOf(ONE).expiresAt()).isEqualTo(EXPIRY);
        assertThat(LedgerTotals.of(reserved).gpusClaimed()).isEqualTo(2);
        assertThat(
                        after(
                                        enrolled(),
                                        connected(1),
                                        reserved(ONE, LARGE),
                                        new ReservationExpired(NODE, ONE))
                                .allocations())
                .isEmpty();
    }

    @Test
    void a_confirmed_reservation_has_no_expiry_and_keeps_its_age() {
        var held =
                after(
                                enrolled(),
                                connected(1),
                                reserved(ONE, LARGE),
                                new ReservationConfirmed(NODE, ONE))
                        .allocationOf(ONE);

        assertThat(held.confirmed()).isTrue();
        assertThat(held.expiresAt()).isNull();
        assertThat(held.since()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void sums_follow_every_claim_and_release() {
        var both = after(enrolled(), connected(1), reserved(ONE, LARGE), reserved(TWO, SMALL));

        assertThat(LedgerTotals.of(both))
                .isEqualTo(new LedgerTotals(64, 128, 10, 262_144, 66_560, 2_048, 200, 1, 2, 1, 1));

        var one =
                after(
                        enrolled(),
                        connected(1),
                        reserved(ONE, LARGE),
                        reserved(TWO, SMALL),
                        new CapacityReleased(NODE, ONE, "deleted"));
        assertThat(LedgerTotals.of(one))
                .isEqualTo(new LedgerTotals(64, 128, 2, 262_144, 1_024, 2_048, 0, 1, 0, 1, 0));
    }

    @Test
    void a_stopped_resource_that_gives_its_compute_back_keeps_disk_addresses_and_ports() {
        var state =
                after(
                        enrolled(),
                        connected(1),
                        reserved(ONE, LARGE),
                        new ComputeReleased(NODE, ONE, LARGE.withoutCompute()));

        var held = state.allocationOf(ONE).claims();
        assertThat(held.diskGB()).isEqualTo(200);
        assertThat(held.staticIps()).hasSize(1);
        assertThat(held.hostPorts()).hasSize(1);
        assertThat(held.cpuCores()).isZero();
        assertThat(held.gpuIds()).isEmpty();
        assertThat(held.migSlices()).isEmpty();
    }

    @Test
    void claims_that_were_given_back_can_be_claimed_again() {
        var state =
                after(
                        enrolled(),
                        connected(1),
                        reserved(ONE, LARGE),
                        new ReservationConfirmed(NODE, ONE),
                        new ComputeReleased(NODE, ONE, LARGE.withoutCompute()),
                        new CapacityClaimed(NODE, ONE, LARGE.withoutCompute(), LARGE));

        assertThat(state.allocationOf(ONE).claims()).isEqualTo(LARGE);
        assertThat(state.allocationOf(ONE).confirmed()).isTrue();
    }

    @Test
    void what_holds_nothing_can_be_released_without_harm() {
        var state =
                after(
                        enrolled(),
                        new CapacityReleased(NODE, ONE, "late"),
                        new ComputeReleased(NODE, ONE, SMALL),
                        new ReservationConfirmed(NODE, ONE));

        assertThat(state.allocations()).isEmpty();
    }

    @Test
    void a_revoked_token_stays_known_and_expired_ones_are_forgotten() {
        var state =
                after(
                        enrolled(),
                        new NodeTokenIssued(NODE, "old", START.plusSeconds(2), "old"),
                        new NodeTokenIssued(NODE, "new", EXPIRY, "new"),
                        new NodeTokenRevoked(NODE, "new"));

        assertThat(state.tokens()).extracting(NodeToken::tokenId).containsExactly("new");
        assertThat(state.tokens().get(0).revoked()).isTrue();
    }

    @Test
    void overcommit_stretches_cpu_and_nothing_else() {
        var totals =
                LedgerTotals.of(after(enrolled(), connected(1), new NodeOvercommitChosen(NODE, 1)));

        assertThat(totals.cpuAllocatable()).isEqualTo(64);
        assertThat(totals.ramMB()).isEqualTo(262_144);
    }

    @Test
    void ports_clash_by_protocol_and_number_and_an_address_that_covers_the_other() {
        var everywhere = new HostPort(Transport.TCP, null, 80);

        assertThat(everywhere.clashesWith(new HostPort(Transport.TCP, "10.0.0.1", 80))).isTrue();
        assertThat(everywhere.clashesWith(new HostPort(Transport.TCP, "0.0.0.0", 80))).isTrue();
        assertThat(everywhere.clashesWith(new HostPort(Transport.UDP, null, 80))).isFalse();
        assertThat(everywhere.clashesWith(new HostPort(Transport.TCP, null, 81))).isFalse();
        assertThat(
                        new HostPort(Transport.TCP, "10.0.0.1", 80)
                                .clashesWith(new HostPort(Transport.TCP, "10.0.0.2", 80)))
                .isFalse();
    }

    private static NodeState after(NodeEvent... events) {
        NodeState state = null;
        for (int i = 0; i < events.length; i++) {
            state = NodeFold.evolve(state, events[i], new EventFacts(i, START.plusSeconds(i)));
        }
        return state;
    }

    private static NodeEnrolled enrolled() {
        return new NodeEnrolled(
                NODE,
                "Node one",
                null,
                List.of(NodeRole.WORKER),
                Map.of(),
                new Owner("org", "user"),
                2);
    }

    private static NodeConnected connected(long epoch) {
        return new NodeConnected(NODE, epoch, "token", inventory());
    }

    private static CapacityReserved reserved(ResourceId id, Claims claims) {
        return new CapacityReserved(NODE, id, "resource", claims, EXPIRY);
    }

    private static Inventory inventory() {
        return new Inventory(
                "host",
                "10.0.0.1",
                null,
                null,
                64,
                "cpu",
                262_144,
                2_048,
                List.of(
                        new GpuDevice("GPU-0", "model", 81_920, null, null, false, List.of()),
                        new GpuDevice(
                                "GPU-8",
                                "model",
                                81_920,
                                null,
                                null,
                                true,
                                List.of(new MigInstance("MIG-1", "1g.10gb", 10_240)))),
                List.of(Inventory.CONTAINERS),
                null,
                false,
                "1",
                true);
    }
}
