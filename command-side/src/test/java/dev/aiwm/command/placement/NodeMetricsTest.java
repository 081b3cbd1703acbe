package dev.aiwm.command.placement;

import static dev.aiwm.command.sample.Samples.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.event.NodeRemoved;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.util.Map;

class NodeMetricsTest {
    private final NodesInMemory nodes = new NodesInMemory();
    private final NodeIndex index = new NodeIndex();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double figure(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).gauge().value();
    }

    @Test
    void nodes_and_what_they_have_are_summed_without_those_that_were_removed() {
        new NodeMetrics(index).bindTo(registry);
        for (String name : new String[] {"a", "b", "c"}) {
            index.put(nodes.online(name, Map.of(), inventory()));
        }
        index.put(nodes.take(new NodeRemoved(NodeId.of("c"))));

        assertThat(figure("aiwm.nodes", "status", "online")).isEqualTo(2);
        assertThat(figure("aiwm.nodes", "status", "offline")).isZero();
        assertThat(figure("aiwm.ledger.capacity", "of", "ram_mb"))
                .isEqualTo(2.0 * inventory().ramMB());
        assertThat(figure("aiwm.ledger.claimed", "of", "ram_mb")).isZero();
    }
}
