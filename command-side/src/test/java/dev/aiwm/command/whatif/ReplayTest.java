package dev.aiwm.command.whatif;

import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.claims;
import static dev.aiwm.command.sample.Samples.execution;
import static dev.aiwm.command.sample.Samples.inventory;
import static dev.aiwm.command.sample.Samples.machine;
import static dev.aiwm.command.sample.Samples.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.aiwm.command.placement.Strategy;
import dev.aiwm.command.whatif.WhatIfRequest.AddedNode;
import dev.aiwm.command.whatif.WhatIfRequest.Quota;
import dev.aiwm.command.whatif.WhatIfView.NodeUse;
import dev.aiwm.command.whatif.WhatIfView.Outcome;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.ComputeReleased;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeCordoned;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.PlacementDecision;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Machines of four cores and 8 GB on nodes of sixteen and 64, which promise a core four times. */
class ReplayTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");

    private final List<Object> before = new ArrayList<>();
    private final List<Object> within = new ArrayList<>();

    private static void online(List<Object> events, NodeId id) {
        events.add(new NodeEnrolled(id, id.value(), null, List.of(), Map.of(), OWNER, 4));
        events.add(new NodeConnected(id, 1, "t", inventory()));
    }

    private static void created(List<Object> events, int number, NodeId node, boolean named) {
        var id = resource(number);
        events.add(new CapacityReserved(node, id, "vm-" + number, claims(), NOW));
        events.add(
                new ResourceCreated(
                        id,
                        "vm-" + number,
                        null,
                        Map.of(),
                        OWNER,
                        node,
                        machine(),
                        claims(),
                        ComputeWhenStopped.KEEP,
                        new PlacementDecision(node, named, 1, 1, List.of(), "spread"),
                        true,
                        execution(number),
                        null));
    }

    private static WhatIfRequest request(
            Double overcommit, List<AddedNode> added, List<String> removed) {
        return new WhatIfRequest(NOW, null, null, overcommit, added, removed, null);
    }

    private WhatIfView whatIf(Strategy strategy, WhatIfRequest request) {
        var replay = new Replay(request, strategy);
        before.forEach(event -> replay.prepare(logged(event)));
        replay.begin();
        within.forEach(event -> replay.replay(logged(event)));
        return replay.result(NOW, strategy);
    }

    private static LoggedEvent logged(Object event) {
        return new LoggedEvent(Position.START, null, "any", 0, NOW, "e", event, Map.of());
    }

    private static int resources(WhatIfView view, NodeId node) {
        return view.nodes().stream()
                .filter(use -> use.nodeId().equals(node.value()))
                .mapToInt(use -> use.wouldBe().resources())
                .sum();
    }

    @Test
    void without_a_difference_nothing_is_different() {
        online(before, A);
        created(before, 1, A, false);
        created(within, 2, A, false);
        var view = whatIf(Strategy.SPREAD, request(null, null, null));
        assertThat(view.requests()).isEqualTo(1);
        assertThat(view.same()).isEqualTo(1);
        assertThat(view.outcomes()).isEmpty();
        assertThat(view.nodes()).singleElement().matches(use -> use.was().equals(use.wouldBe()));
    }

    @Test
    void another_policy_would_have_packed_what_was_spread() {
        online(before, A);
        online(before, B);
        for (int number = 1; number <= 4; number++) {
            created(within, number, number % 2 == 0 ? A : B, false);
        }
        var packed = whatIf(Strategy.PACK, request(null, null, null));
        assertThat(List.of(resources(packed, A), resources(packed, B)))
                .containsExactlyInAnyOrder(0, 4);
        assertThat(packed.same()).isEqualTo(2);
        assertThat(packed.elsewhere()).isEqualTo(2);
        var spread = whatIf(Strategy.SPREAD, request(null, null, null));
        assertThat(resources(spread, A)).isEqualTo(2);
    }

    @Test
    void less_overcommit_refuses_and_says_why() {
        online(before, A);
        for (int number = 1; number <= 5; number++) {
            created(within, number, A, false);
        }
        var view = whatIf(Strategy.SPREAD, request(1.0, null, null));
        assertThat(view.same()).isEqualTo(4);
        assertThat(view.refused()).isEqualTo(1);
        Outcome refused = view.outcomes().get(0);
        assertThat(refused.resourceId()).isEqualTo(resource(5).value());
        assertThat(refused.code()).isEqualTo("NO_NODE_FITS");
        assertThat(refused.wouldBe()).isNull();
        assertThat(refused.refusedNodes())
                .extracting(node -> node.nodeId().value(), node -> node.code())
                .containsExactly(tuple("a", "CPU_EXHAUSTED"));
    }

    @Test
    void another_node_takes_what_would_not_have_fitted() {
        online(before, A);
        for (int number = 1; number <= 8; number++) {
            created(within, number, A, false);
        }
        var more = List.of(new AddedNode("c", "a", null));
        var view = whatIf(Strategy.SPREAD, request(1.0, more, null));
        assertThat(view.refused()).isZero();
        assertThat(resources(view, NodeId.of("c"))).isEqualTo(4);
        assertThat(view.nodes())
                .extracting(NodeUse::nodeId, use -> use.was() == null)
                .containsExactly(tuple("a", false), tuple("c", true));
        assertThatThrownBy(
                        () ->
                                whatIf(
                                        Strategy.SPREAD,
                                        request(
                                                null,
                                                List.of(new AddedNode("c", "nobody", null)),
                                                null)))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void what_lived_on_a_removed_node_moves_and_who_asked_for_it_is_refused() {
        online(before, A);
        online(before, B);
        created(before, 1, A, false);
        created(within, 2, A, true);
        created(within, 3, B, false);
        within.add(new CapacityReleased(A, resource(1), "deleted"));
        var view = whatIf(Strategy.SPREAD, request(null, null, List.of("a")));
        assertThat(view.outcomes())
                .extracting(Outcome::what, Outcome::was, Outcome::wouldBe, Outcome::code)
                .containsExactly(
                        tuple("move", "a", "b", null), tuple("create", "a", null, "NODE_REMOVED"));
        assertThat(resources(view, B)).as("the moved one was deleted there").isEqualTo(1);
        assertThatThrownBy(() -> whatIf(Strategy.PACK, request(null, null, List.of("nobody"))))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void what_is_released_makes_room() {
        online(before, A);
        for (int number = 1; number <= 8; number++) {
            created(within, number, A, false);
            within.add(new CapacityReleased(A, resource(number), "deleted"));
        }
        assertThat(whatIf(Strategy.SPREAD, request(1.0, null, null)).refused()).isZero();
    }

    @Test
    void what_rested_may_find_its_place_taken() {
        online(before, A);
        for (int number = 1; number <= 4; number++) {
            created(before, number, A, false);
        }
        within.add(new ComputeReleased(A, resource(1), claims().withoutCompute()));
        created(within, 5, A, false);
        within.add(new CapacityClaimed(A, resource(1), claims().withoutCompute(), claims()));
        var view = whatIf(Strategy.SPREAD, request(1.0, null, null));
        assertThat(view.outcomes())
                .extracting(Outcome::what, Outcome::resourceId, Outcome::code)
                .containsExactly(tuple("claim", resource(1).value(), "CPU_EXHAUSTED"));
        assertThat(whatIf(Strategy.SPREAD, request(null, null, null)).outcomes()).isEmpty();
    }

    @Test
    void what_happens_to_nodes_happens_here_too() {
        online(before, A);
        online(before, B);
        within.add(new NodeCordoned(A, "repair"));
        created(within, 1, B, false);
        var view = whatIf(Strategy.SPREAD, request(null, null, null));
        assertThat(view.same()).isEqualTo(1);
    }

    @Test
    void a_quota_refuses_what_goes_beyond_it_until_something_is_given_back() {
        online(before, A);
        created(before, 1, A, false);
        created(within, 2, A, false);
        created(within, 3, A, false);
        within.add(new ComputeReleased(A, resource(1), claims().withoutCompute()));
        created(within, 4, A, false);
        within.add(new CapacityClaimed(A, resource(1), claims().withoutCompute(), claims()));
        within.add(new CapacityReleased(A, resource(2), "deleted"));
        created(within, 5, A, false);
        var most = new Quota(null, 8.0, null, null, null, null);
        var view = whatIf(Strategy.SPREAD, withQuota(OWNER.orgId(), most));
        assertThat(view.outcomes())
                .extracting(Outcome::what, Outcome::resourceId, Outcome::code)
                .containsExactly(
                        tuple("create", resource(3).value(), "QUOTA_EXCEEDED"),
                        tuple("claim", resource(1).value(), "QUOTA_EXCEEDED"));
        assertThat(view.outcomes().get(0).reason()).contains("12 of at most 8 CPU cores");
        assertThat(resources(view, A)).isEqualTo(3);
        assertThat(whatIf(Strategy.SPREAD, withQuota("others", most)).refused()).isZero();
    }

    private static WhatIfRequest withQuota(String organisation, Quota most) {
        return new WhatIfRequest(NOW, null, null, null, null, null, Map.of(organisation, most));
    }
}
