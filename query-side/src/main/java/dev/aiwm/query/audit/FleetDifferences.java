package dev.aiwm.query.audit;

import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.query.past.Past;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what differs of all entities. Only those that had events in between are looked at. */
@Component
class FleetDifferences {
    private static final List<List<String>> RESOURCES_AND_NODES =
            List.of(List.of(Row.key('e', "resource"), Row.key('e', "node")));

    private final Map<String, Past<?>> pasts;
    private final Differences differences;
    private final Trail trail;

    FleetDifferences(
            Past<ResourceState> resources,
            Past<NodeState> nodes,
            Differences differences,
            Trail trail) {
        this.pasts = Map.of(resources.name(), resources, nodes.name(), nodes);
        this.differences = differences;
        this.trail = trail;
    }

    /**
     * @param before goes on with what was changed last before this place; null starts
     */
    FleetDiffView between(Position from, Position to, Long before, int limit, Caller caller) {
        var later =
                Map.<String, ReadModel<?>>of(
                        "resource", pasts.get("resource").all(to),
                        "node", pasts.get("node").all(to));
        var changed = new ArrayList<DiffView>();
        var reached = new Long[1];
        trail.walk(
                before == null ? to.value() + 1 : before,
                true,
                RESOURCES_AND_NODES,
                row -> {
                    if (row.position() <= from.value()) {
                        return false;
                    }
                    if (changed.size() == limit) {
                        reached[0] = row.position() + 1;
                        return false;
                    }
                    if (isLast(later, row)) {
                        of(row, from, to, caller).ifPresent(changed::add);
                    }
                    return true;
                });
        return new FleetDiffView(
                from.toString(),
                to.toString(),
                changed,
                limit,
                reached[0] == null ? null : Long.toString(reached[0], Character.MAX_RADIX));
    }

    /** Each entity is told of once, at the last of its events. */
    private static boolean isLast(Map<String, ReadModel<?>> later, Row row) {
        ReadModel<?> model = later.get(row.kind());
        return model != null
                && model.find(row.id())
                        .filter(stored -> stored.position().value() == row.position())
                        .isPresent();
    }

    private Optional<DiffView> of(Row row, Position from, Position to, Caller caller) {
        return of(pasts.get(row.kind()), row.id(), from, to, caller);
    }

    private <S> Optional<DiffView> of(
            Past<S> past, String id, Position from, Position to, Caller caller) {
        return past.at(id, to)
                .filter(stored -> past.isVisible(stored.state(), caller))
                .map(stored -> differences.between(past, id, from, to, caller))
                .filter(diff -> !diff.changes().isEmpty());
    }
}
