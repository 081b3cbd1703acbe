package dev.aiwm.command.bulk;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.bulk.ResourceFilter;
import dev.aiwm.contracts.resource.ResourceFold;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.support.projection.CollectionIndex;
import dev.aiwm.support.projection.FoldProjection;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;

import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The resources that this side knows of, to be found by what they are. */
@Component
public class ResourceIndex {
    private static final String ID = "_id";
    private static final String ORG = "orgId";
    private static final String STATUS = "status";
    private static final String DELETED = "deleted";
    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReadModel<ResourceState> model;

    ResourceIndex(Projections commandProjections) {
        this.model =
                commandProjections.add(
                        new FoldProjection<>(
                                "known-resources",
                                2,
                                ResourceEvent.class,
                                ResourceState.class,
                                event -> event.resourceId().value(),
                                ResourceFold::evolve,
                                ResourceIndex::fields,
                                List.of(CollectionIndex.on(ORG, DELETED, STATUS))));
    }

    private static Map<String, Object> fields(ResourceState state) {
        return Map.of(
                ORG,
                state.owner().orgId(),
                STATUS,
                state.status().wire(),
                DELETED,
                state.isDeleted());
    }

    /**
     * Those that match by now, in the order of their ids.
     *
     * @param orgId whose resources; null for everybody's
     * @param most one more than this is found at most, so that too many can be told from just so
     */
    public List<ResourceState> find(ResourceFilter filter, String orgId, int most) {
        awaitTheLog();
        var found = new ArrayList<ResourceState>();
        String last = "";
        while (found.size() <= most) {
            var page =
                    model.find(
                            Filters.and(coarse(filter, orgId), Filters.gt(ID, last)),
                            Sorts.ascending(ID),
                            0,
                            PAGE);
            page.stream().map(Stored::state).filter(filter::matches).forEach(found::add);
            if (page.size() < PAGE) {
                break;
            }
            last = page.get(page.size() - 1).id();
        }
        return found.size() > most + 1 ? found.subList(0, most + 1) : found;
    }

    /** Whoever waits for what does not exist waits for all that has happened. */
    private void awaitTheLog() {
        model.findOrAwait(ResourceId.random().value(), PATIENCE);
    }

    private static Bson coarse(ResourceFilter filter, String orgId) {
        var parts = new ArrayList<Bson>();
        parts.add(Filters.eq(DELETED, false));
        if (orgId != null) {
            parts.add(Filters.eq(ORG, orgId));
        }
        if (!filter.status().isEmpty()) {
            parts.add(
                    Filters.in(
                            STATUS, filter.status().stream().map(ResourceStatus::wire).toList()));
        }
        return Filters.and(parts);
    }
}
