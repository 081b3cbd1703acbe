package dev.aiwm.query.fleet;

import dev.aiwm.contracts.node.query.AllocationView;
import dev.aiwm.contracts.node.query.NodeView;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The whole fleet at one place of the log. */
record FleetView(
        @Schema(description = "Place in the log; other reads of it fit to this one")
                String position,
        @Schema(description = "When the event at this place happened; absent before the first")
                Instant timestamp,
        List<NodeLedger> nodes,
        Resources resources) {
    FleetView {
        nodes = List.copyOf(nodes);
    }

    /** A node and who holds what of it. */
    record NodeLedger(NodeView node, List<AllocationView> allocations) {
        NodeLedger {
            allocations = List.copyOf(allocations);
        }
    }

    /** How many there are that are not deleted. */
    record Resources(
            long total,
            Map<String, Long> byStatus,
            Map<String, Long> byType,
            Map<String, Long> byNode) {
        Resources {
            byStatus = Map.copyOf(byStatus);
            byType = Map.copyOf(byType);
            byNode = Map.copyOf(byNode);
        }
    }
}
