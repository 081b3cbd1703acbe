package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.command.FenceNode;
import dev.aiwm.contracts.node.command.RemoveNode;
import dev.aiwm.contracts.node.command.RevokeNodeToken;
import dev.aiwm.contracts.protocol.CloseCode;
import dev.aiwm.contracts.protocol.Heartbeat;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.NodeRegister;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.identity.UserTokens;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class LettingAgentsInTest {
    private static final AtomicInteger NODES = new AtomicInteger();

    @TempDir static Path data;
    private static Controller controller;
    private final NodeId node = NodeId.of("node-" + NODES.incrementAndGet());

    @BeforeAll
    static void start() {
        controller =
                Controller.start(
                        data,
                        "aiwm.gateway.register-within=3s",
                        "aiwm.gateway.heartbeat-interval=100ms",
                        "aiwm.gateway.silence=5s");
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void nobody_connects_without_a_good_node_token() {
        controller.enrol(node);
        String userToken =
                controller
                        .bean(UserTokens.class)
                        .issue(new Caller("user", "org", Set.of("admin")), Duration.ofHours(1));
        for (String token : new String[] {null, "", "nonsense", "a.b.c", userToken}) {
            assertThatThrownBy(() -> FakeAgent.connect(controller.nodeChannel(), token))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
        }
    }

    @Test
    void the_token_may_come_as_a_parameter() {
        controller.enrol(node);
        var uri = URI.create(controller.nodeChannel() + "?token=" + controller.token(node).token());
        try (var agent = FakeAgent.connect(uri, null)) {
            assertThat(agent.register(node).epoch()).isPositive();
        }
    }

    @Test
    void a_revoked_token_ends_the_connection_and_does_not_let_in_again() {
        controller.enrol(node);
        var token = controller.token(node);
        try (var agent = FakeAgent.connect(controller.nodeChannel(), token.token())) {
            agent.register(node);
            controller.send(new RevokeNodeToken(node, token.tokenId()));
            assertThat(agent.closeCode()).isEqualTo(CloseCode.TOKEN_REVOKED.code());
        }
        try (var again = FakeAgent.connect(controller.nodeChannel(), token.token())) {
            again.send(MessageType.NODE_REGISTER, registration());
            assertThat(again.nextRefusal()).isEqualTo(RejectionCode.TOKEN_REVOKED.name());
            assertThat(again.closeCode()).isEqualTo(CloseCode.TOKEN_REVOKED.code());
        }
    }

    @Test
    void the_agent_of_a_removed_node_is_sent_away_and_stays_away() {
        controller.enrol(node);
        var token = controller.token(node);
        try (var agent = FakeAgent.connect(controller.nodeChannel(), token.token())) {
            agent.register(node);
            controller.send(new RemoveNode(node, -1));
            assertThat(agent.closeCode()).isEqualTo(CloseCode.NODE_UNKNOWN.code());
        }
        try (var again = FakeAgent.connect(controller.nodeChannel(), token.token())) {
            again.send(MessageType.NODE_REGISTER, registration());
            assertThat(again.nextRefusal()).isEqualTo(RejectionCode.NODE_REMOVED.name());
            assertThat(again.closeCode()).isEqualTo(CloseCode.NODE_UNKNOWN.code());
        }
    }

    @Test
    void an_agent_that_does_not_register_is_sent_away() {
        controller.enrol(node);
        try (var agent = controller.connect(node)) {
            assertThat(agent.closeCode()).isEqualTo(CloseCode.TRY_AGAIN_LATER.code());
        }
    }

    @Test
    void a_newer_registration_displaces_the_older_one_for_good() {
        controller.enrol(node);
        try (var older = controller.connect(node);
                var newer = controller.connect(node)) {
            older.register(node);
            newer.register(node);

            assertThat(older.closeCode()).isEqualTo(CloseCode.DISPLACED.code());
            assertThat(CloseCode.isTerminal(older.closeCode())).isTrue();
            newer.send(MessageType.HEARTBEAT, new Heartbeat(Instant.now(), "healthy", 1));
            assertThat(controller.bean(NodeSessions.class).isConnected(node)).isTrue();
            assertThat(newer.isClosed()).isFalse();
        }
    }

    @Test
    void an_agent_whose_node_is_fenced_has_to_register_again() {
        controller.enrol(node);
        try (var agent = controller.connect(node)) {
            long epoch = agent.register(node).epoch();
            controller.send(new FenceNode(node, epoch, "an operator says so"));
            assertThat(agent.closeCode()).isEqualTo(CloseCode.TRY_AGAIN_LATER.code());
        }
    }

    private NodeRegister registration() {
        return new NodeRegister(node.value(), "test", Samples.inventory(), List.of());
    }
}
