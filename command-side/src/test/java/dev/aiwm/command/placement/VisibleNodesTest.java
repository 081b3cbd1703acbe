package dev.aiwm.command.placement;

import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.inventory;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.web.identity.Caller;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

class VisibleNodesTest {
    private final NodesInMemory nodes = new NodesInMemory();
    private final NodeIndex index = new NodeIndex();
    private final VisibleNodes visible = new VisibleNodes(index);

    @Test
    void a_node_is_seen_by_its_organisation_and_by_admins_alone() {
        NodeState node = nodes.online("a", OWNER, Map.of(), inventory());
        index.put(node);
        var friend = new Caller("u", node.owner().orgId(), Set.of("user"));
        var admin = new Caller("u", "somebody-else", Set.of(Caller.ADMIN));
        var stranger = new Caller("u", "somebody-else", Set.of("user"));
        assertThatCode(() -> visible.require(node.nodeId(), friend)).doesNotThrowAnyException();
        assertThatCode(() -> visible.require(node.nodeId(), admin)).doesNotThrowAnyException();
        assertThatThrownBy(() -> visible.require(node.nodeId(), stranger))
                .hasMessageContaining("there is no node");
    }

    @Test
    void a_node_that_nobody_knows_is_answered_like_one_that_is_hidden() {
        for (var role : Set.of("user", Caller.ADMIN)) {
            var caller = new Caller("u", "org", Set.of(role));
            assertThatThrownBy(() -> visible.require(NodeId.of("none"), caller))
                    .hasMessage("there is no node none");
        }
    }
}
