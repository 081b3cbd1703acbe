package dev.aiwm.command.placement;

import static dev.aiwm.command.sample.Samples.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.event.NodeRemoved;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;

class NodeIndexTest {
    private final NodesInMemory nodes = new NodesInMemory();
    private final NodeIndex index = new NodeIndex();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 7, 12, 100, 1_000})
    void a_walk_meets_every_node_once(int count) {
        for (int i = 0; i < count; i++) {
            index.put(nodes.online("n" + i, Map.of(), inventory()));
        }
        for (int seed = 0; seed < 10; seed++) {
            var met = new HashSet<NodeId>();
            var walk = index.walk(new Random(seed));
            while (walk.hasNext()) {
                assertThat(met.add(walk.next().nodeId())).isTrue();
            }
            assertThat(met).hasSize(count);
        }
    }

    @Test
    void an_older_state_does_not_replace_a_newer_one() {
        var older = nodes.online("a", Map.of(), inventory());
        var newer = nodes.take(new NodeRemoved(older.nodeId()));
        index.put(newer);
        index.put(older);
        assertThat(index.get(older.nodeId())).isSameAs(newer);
        assertThat(index.walk(new Random(1)).hasNext()).isFalse();
    }

    @Test
    void a_node_that_comes_back_is_met_again() {
        var id = nodes.online("a", Map.of(), inventory()).nodeId();
        index.put(nodes.state("a"));
        index.put(nodes.take(new NodeRemoved(id)));
        index.put(nodes.online("a", Map.of(), inventory()));
        assertThat(index.walk(new Random(1)).hasNext()).isTrue();
    }
}
