package dev.aiwm.command.placement;

import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.demand;
import static dev.aiwm.command.sample.Samples.gpus;
import static dev.aiwm.command.sample.Samples.inventory;
import static dev.aiwm.command.sample.Samples.resource;
import static dev.aiwm.command.sample.Samples.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.aiwm.command.sample.SetClock;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.event.NodeCordoned;
import dev.aiwm.contracts.node.event.NodeFenced;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.proof.StoredEvent;
import dev.aiwm.contracts.resource.RefusedNode;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class PlacingAResourceTest {
    private static final int SAMPLE = 16;

    private final NodesInMemory nodes = new NodesInMemory();
    private final NodeIndex index = new NodeIndex();
    private final Map<ResourceId, String> owners = new HashMap<>();
    private final Set<NodeId> absent = new HashSet<>();
    private final LedgerPlacement placement =
            new LedgerPlacement(
                    nodes,
                    index,
                    new NoLog(),
                    new PlacementSettings(Strategy.SPREAD, SAMPLE, Duration.ofSeconds(60)),
                    new SetClock(NOW),
                    new Holders(owners::get),
                    provider());

    @Test
    void the_emptiest_node_is_chosen_to_spread_and_the_fullest_to_pack() {
        online("full", Map.of());
        online("empty", Map.of());
        index.put(granted(1, demand(8, 30_000, 100), "full"));
        assertThat(place(2, demand(1, 1_000, 1), Map.of(), Strategy.SPREAD).nodeId())
                .isEqualTo(NodeId.of("empty"));
        assertThat(place(3, demand(1, 1_000, 1), Map.of(), Strategy.PACK).nodeId())
                .isEqualTo(NodeId.of("full"));
    }

    @Test
    void what_needs_no_gpu_is_kept_off_nodes_with_gpus() {
        online("gpu", Map.of());
        index.put(nodes.online("plain", Map.of(), withoutGpus()));
        for (int i = 0; i < 5; i++) {
            assertThat(place(i, demand(1, 1_000, 1), Map.of(), null).nodeId())
                    .isEqualTo(NodeId.of("plain"));
        }
    }

    @Test
    void labels_select_nodes() {
        online("a", Map.of("zone", "a"));
        online("b", Map.of("zone", "b"));
        var granted = place(1, demand(1, 1, 1), Map.of("zone", "b"), null);
        assertThat(granted.nodeId()).isEqualTo(NodeId.of("b"));
        assertThat(granted.decision().refused())
                .extracting(RefusedNode::nodeId, RefusedNode::code)
                .containsExactly(tuple(NodeId.of("a"), "LABELS_DIFFER"));
    }

    @Test
    void every_node_that_was_refused_has_its_reason() {
        online("cordoned", Map.of());
        index.put(nodes.take(new NodeCordoned(NodeId.of("cordoned"), "repair")));
        online("fenced", Map.of());
        index.put(nodes.take(new NodeFenced(NodeId.of("fenced"), 1, "silent")));
        online("taken", Map.of());
        index.put(granted(1, gpus(4), "taken"));
        var refused = refused(2, gpus(1));
        assertThat(refused.code()).isEqualTo(RejectionCode.NO_NODE_FITS);
        assertThat(refused.details().get("reasons"))
                .isEqualTo(Map.of("NODE_CORDONED", 1, "NODE_FENCED", 1, "GPU_EXHAUSTED", 1));
        assertThat(refused.details()).containsKey("holder").containsEntry("considered", 3);
        assertThat(nodes.asked()).hasSize(1);
    }

    @Test
    void a_holder_is_named_to_its_own_organisation_and_described_to_others() {
        online("taken", Map.of());
        index.put(granted(1, gpus(4), "taken"));

        assertThat(told(2)).contains("only being created").doesNotContain(resource(1).value());
        owners.put(resource(1), "o2");
        assertThat(told(2))
                .contains("held by a resource of another organisation")
                .doesNotContain("vm-1", resource(1).value());
        online("free", Map.of());
        assertThat(place(2, gpus(1), Map.of(), null).decision().refused())
                .extracting(RefusedNode::reason)
                .containsExactly(
                        "not enough gpu: wanted 1, free []; held by a resource of another"
                                + " organisation");
    }

    @Test
    void a_holder_of_the_same_organisation_is_named() {
        online("taken", Map.of());
        index.put(granted(1, gpus(4), "taken"));
        owners.put(resource(1), "o1");

        assertThat(told(2)).contains("held by vm-1 (" + resource(1).value() + ")");
    }

    /** All that is told of the refusal, when placement chooses and when it does not. */
    private String told(int number) {
        var chosen = refused(number, gpus(1));
        var named = catchThrowableOfType(Rejection.class, () -> place(number, gpus(1), "taken"));
        return chosen.getMessage() + chosen.details() + named.getMessage() + named.details();
    }

    @Test
    void when_the_chosen_node_rejects_the_next_is_asked() {
        online("a", Map.of());
        online("b", Map.of());
        granted(1, gpus(4), "a");
        var granted = place(2, gpus(4), Map.of(), null);
        assertThat(granted.nodeId()).isEqualTo(NodeId.of("b"));
        assertThat(refused(3, gpus(1)).code()).isEqualTo(RejectionCode.NO_NODE_FITS);
    }

    @Test
    void a_named_node_is_the_only_one_asked_and_its_refusal_is_passed_on() {
        online("a", Map.of());
        online("b", Map.of());
        granted(1, gpus(0, "GPU-0"), "a");
        var refused = catchThrowableOfType(Rejection.class, () -> place(2, gpus(0, "GPU-0"), "a"));
        assertThat(refused.code()).isEqualTo(RejectionCode.GPU_TAKEN);
        assertThat(nodes.asked()).containsOnly(NodeId.of("a"));
        var unknown = catchThrowableOfType(Rejection.class, () -> place(2, gpus(1), "nobody"));
        assertThat(unknown.code()).isEqualTo(RejectionCode.NODE_NOT_FOUND);
    }

    @Test
    void slices_go_where_slices_are() {
        index.put(nodes.online("plain", Map.of(), withoutGpus()));
        online("sliced", Map.of());
        var granted = place(1, slices(2, true), Map.of(), null);
        assertThat(granted.nodeId()).isEqualTo(NodeId.of("sliced"));
        assertThat(granted.claims().migSlices()).hasSize(2);
        assertThat(granted.simulated()).isTrue();
    }

    @Test
    void a_node_whose_agent_is_away_is_chosen_only_when_no_other_fits() {
        online("away", Map.of());
        online("there", Map.of());
        absent.add(NodeId.of("away"));
        for (int i = 0; i < 4; i++) {
            var granted = place(i, gpus(1), Map.of(), Strategy.SPREAD);
            assertThat(granted.nodeId()).isEqualTo(NodeId.of("there"));
            assertThat(granted.decision().refused())
                    .extracting(RefusedNode::nodeId, RefusedNode::code)
                    .containsExactly(tuple(NodeId.of("away"), "NODE_NOT_CONNECTED"));
        }
        assertThat(place(9, gpus(1), Map.of(), null).nodeId()).isEqualTo(NodeId.of("away"));
    }

    @Test
    void a_large_fleet_that_is_away_is_not_searched_to_its_end() {
        for (int i = 0; i < 500; i++) {
            online("n" + i, Map.of());
            absent.add(NodeId.of("n" + i));
        }
        assertThat(place(1, gpus(1), Map.of(), null).decision().considered()).isLessThan(100);
    }

    @Test
    void a_named_node_is_taken_although_its_agent_is_away() {
        online("away", Map.of());
        absent.add(NodeId.of("away"));
        place(1, gpus(1), "away");
        assertThat(nodes.asked()).containsExactly(NodeId.of("away"));
    }

    @Test
    void a_fleet_without_nodes_says_so() {
        assertThat(refused(1, gpus(1)).getMessage()).isEqualTo("there are no nodes");
    }

    @Test
    void only_a_sample_of_a_large_fleet_is_compared() {
        for (int i = 0; i < 500; i++) {
            online("n" + i, Map.of());
        }
        var granted = place(1, gpus(1), Map.of(), null);
        assertThat(granted.decision().considered()).isEqualTo(SAMPLE);
    }

    @Test
    void the_only_node_that_fits_is_found_in_a_large_fleet() {
        for (int i = 0; i < 300; i++) {
            online("n" + i, Map.of("zone", i == 77 ? "b" : "a"));
        }
        var granted = place(1, gpus(1), Map.of("zone", "b"), null);
        assertThat(granted.nodeId()).isEqualTo(NodeId.of("n77"));
        int refused = granted.decision().considered() - 1;
        assertThat(granted.decision().refused()).hasSize(Math.min(refused, Refusals.MOST_NAMED));
    }

    private ObjectProvider<Presence> provider() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("presence", (Presence) (nodeId, epoch) -> absent.contains(nodeId));
        return beans.getBeanProvider(Presence.class);
    }

    private void online(String name, Map<String, String> labels) {
        index.put(nodes.online(name, labels, inventory()));
    }

    private static Inventory withoutGpus() {
        var all = inventory();
        return new Inventory(
                all.hostname(),
                null,
                null,
                null,
                all.cpuCores(),
                null,
                all.ramMB(),
                all.diskGB(),
                List.of(),
                all.engines(),
                null,
                false,
                "1",
                true);
    }

    private NodeState granted(int number, CapacityDemand demand, String node) {
        place(number, demand, node);
        return nodes.state(node);
    }

    private Granted place(int number, CapacityDemand demand, String node) {
        return placement.place(
                new PlacementRequest(
                        resource(number),
                        "vm-" + number,
                        "o1",
                        demand,
                        NodeId.of(node),
                        false,
                        Map.of(),
                        null));
    }

    private Granted place(
            int number, CapacityDemand demand, Map<String, String> selector, Strategy strategy) {
        var granted =
                placement.place(
                        new PlacementRequest(
                                resource(number),
                                "vm-" + number,
                                "o1",
                                demand,
                                null,
                                false,
                                selector,
                                strategy));
        index.put(nodes.state(granted.nodeId().value()));
        return granted;
    }

    private Rejection refused(int number, CapacityDemand demand) {
        return catchThrowableOfType(Rejection.class, () -> place(number, demand, Map.of(), null));
    }

    /** A log in which nothing happens. */
    private static final class NoLog implements EventLog {
        @Override
        public Position head() {
            return Position.START;
        }

        @Override
        public List<LoggedEvent> read(Position after, int limit) {
            return List.of();
        }

        @Override
        public List<StoredEvent> readStored(Position after, int limit) {
            return List.of();
        }

        @Override
        public List<LoggedEvent> readAggregate(String aggregateId) {
            return List.of();
        }

        @Override
        public Position positionAt(Instant instant) {
            return Position.START;
        }
    }
}
