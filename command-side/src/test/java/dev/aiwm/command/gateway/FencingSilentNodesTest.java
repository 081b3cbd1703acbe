package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.command.testing.SettableClock;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.command.ReadmitNode;
import dev.aiwm.contracts.node.command.ShutOutNode;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeFenced;
import dev.aiwm.contracts.node.event.NodeUnfenced;
import dev.aiwm.contracts.protocol.CloseCode;
import dev.aiwm.contracts.protocol.Heartbeat;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.NodeRegister;
import dev.aiwm.support.projection.Projections;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class FencingSilentNodesTest {
    private static final NodeId NODE = NodeId.of("gpu-1");
    private static final Duration ALMOST = Duration.ofSeconds(89);
    private static final Duration REST = Duration.ofSeconds(1);

    @TempDir Path data;
    private final SettableClock clock = Controller.realTimeToBegin();

    @Test
    void a_node_that_says_nothing_for_90_seconds_is_fenced_and_may_come_back() {
        try (var controller = controller();
                var agent = controller.connect(NODE)) {
            long epoch = agent.register(NODE).epoch();
            clock.advance(ALMOST);
            check(controller);
            assertThat(controller.events(NodeFenced.class)).isEmpty();

            clock.advance(REST);
            check(controller);

            assertThat(controller.await(NodeFenced.class).epoch()).isEqualTo(epoch);
            assertThat(agent.closeCode()).isEqualTo(CloseCode.TRY_AGAIN_LATER.code());
            try (var again = controller.connect(NODE)) {
                long newEpoch = again.register(NODE).epoch();
                assertThat(controller.await(NodeUnfenced.class).epoch()).isEqualTo(newEpoch);
                check(controller);
                assertThat(controller.events(NodeFenced.class)).hasSize(1);
            }
        }
    }

    @Test
    void a_node_that_an_operator_fenced_stays_out_until_it_is_unfenced() {
        try (var controller = controller();
                var agent = controller.connect(NODE)) {
            agent.register(NODE);
            controller.send(new ShutOutNode(NODE, "broken", -1));
            assertThat(agent.closeCode()).isEqualTo(CloseCode.TRY_AGAIN_LATER.code());
            try (var again = controller.connect(NODE)) {
                again.send(
                        MessageType.NODE_REGISTER,
                        new NodeRegister(NODE.value(), "test", Samples.inventory(), List.of()));
                assertThat(again.nextRefusal()).isEqualTo(RejectionCode.NODE_FENCED.name());
                assertThat(again.closeCode()).isEqualTo(CloseCode.TRY_AGAIN_LATER.code());
            }
            assertThat(controller.events(NodeUnfenced.class)).isEmpty();
            controller.send(new ReadmitNode(NODE, -1));
            try (var again = controller.connect(NODE)) {
                long epoch = again.register(NODE).epoch();
                assertThat(controller.await(NodeUnfenced.class).epoch()).isEqualTo(epoch);
            }
        }
    }

    @Test
    void a_heartbeat_keeps_a_node() {
        try (var controller = controller();
                var agent = controller.connect(NODE)) {
            agent.register(NODE);
            clock.advance(ALMOST);
            agent.send(MessageType.HEARTBEAT, new Heartbeat(Instant.now(), "healthy", 1));
            isHeard(agent);
            clock.advance(ALMOST);
            check(controller);
            assertThat(controller.events(NodeFenced.class)).isEmpty();
            assertThat(agent.isClosed()).isFalse();
        }
    }

    @Test
    void a_node_that_left_is_fenced_when_it_does_not_return() {
        try (var controller = controller()) {
            long epoch;
            try (var agent = controller.connect(NODE)) {
                epoch = agent.register(NODE).epoch();
                check(controller);
            }
            indexed(controller);
            clock.advance(Duration.ofHours(1));
            check(controller);
            assertThat(controller.await(NodeFenced.class).epoch()).isEqualTo(epoch);
            check(controller);
            assertThat(controller.events(NodeFenced.class)).hasSize(1);
        }
    }

    @Test
    void after_a_restart_of_the_controller_nodes_have_the_whole_time_to_return() {
        try (var controller = controller();
                var agent = controller.connect(NODE)) {
            agent.register(NODE);
        }
        clock.advance(Duration.ofHours(1));
        try (var controller = Controller.start(data, clock)) {
            indexed(controller);
            clock.advance(ALMOST);
            check(controller);
            assertThat(controller.events(NodeFenced.class)).isEmpty();
            clock.advance(REST);
            check(controller);
            assertThat(controller.await(NodeFenced.class)).isNotNull();
        }
    }

    @Test
    void agents_are_told_to_come_back_when_the_controller_stops() {
        var controller = controller();
        try (var agent = controller.connect(NODE)) {
            agent.register(NODE);
            controller.close();
            assertThat(agent.closeCode()).isEqualTo(CloseCode.GOING_AWAY.code());
        }
    }

    private Controller controller() {
        var controller = Controller.start(data, clock);
        controller.enrol(NODE);
        return controller;
    }

    private static void check(Controller controller) {
        controller.bean(Liveness.class).check();
    }

    /** What was said before has been handled when this is answered. */
    private static void isHeard(FakeAgent agent) {
        agent.say("{\"type\":\"no.such.type\",\"messageId\":\"1\"}");
        assertThat(agent.nextRefusal()).isNotNull();
    }

    private static void indexed(Controller controller) {
        controller.await(NodeConnected.class);
        var projections = controller.bean(Projections.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (projections.status("online-nodes").orElseThrow().lag() > 0
                && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }
}
