package dev.aiwm.query.resource;

import com.mongodb.client.model.Filters;

import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.query.FindResource;
import dev.aiwm.contracts.resource.query.ListResources;
import dev.aiwm.contracts.resource.query.ResourceView;
import dev.aiwm.query.listing.Listing;
import dev.aiwm.query.listing.Lookup;
import dev.aiwm.query.listing.Match;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;

import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what is asked of resources. */
@Component
public class ResourceQueries {
    private final ReadModel<ResourceState> model;
    private final Lookup<ResourceState> lookup;
    private final Listing<ResourceState> listing;

    ResourceQueries(ReadModel<ResourceState> resourceModel) {
        this.model = resourceModel;
        this.lookup = new Lookup<>(model);
        this.listing = new Listing<>(model, ResourceProjection::fields, ResourceProjection.SORT);
    }

    /** Refuses with {@code NOT_YET_VISIBLE} when the version asked for does not come in time. */
    public Optional<ResourceView> answer(FindResource query) {
        return state(query).map(ResourceView::of);
    }

    Optional<ResourceState> state(FindResource query) {
        return lookup.find(query.resourceId().value(), query.minVersion());
    }

    public Page<ResourceView> answer(ListResources query) {
        return page(listing, query);
    }

    /** The same of resources as they were. */
    public Page<ResourceView> answer(ListResources query, ReadModel<ResourceState> then) {
        return page(
                new Listing<>(then, ResourceProjection::fields, ResourceProjection.SORT), query);
    }

    private static Page<ResourceView> page(Listing<ResourceState> listing, ListResources query) {
        return listing.page(
                filter(query),
                new Listing.Part(query.sort(), query.cursor(), query.page(), query.limit()),
                found -> found.stream().map(Stored::state).map(ResourceView::of).toList());
    }

    /** The states of those that exist, by id. */
    public Map<String, ResourceState> states(List<String> ids) {
        var states = new HashMap<String, ResourceState>();
        for (Stored<ResourceState> stored :
                model.find(Filters.in("_id", ids), Filters.empty(), 0, ids.size())) {
            states.put(stored.id(), stored.state());
        }
        return states;
    }

    private static Bson filter(ListResources query) {
        var match =
                new Match()
                        .equal(
                                "resourceType",
                                query.resourceType() == null ? null : query.resourceType().wire())
                        .oneOf(
                                "status",
                                query.statuses().stream().map(ResourceStatus::wire).toList())
                        .equal("nodeId", query.nodeId() == null ? null : query.nodeId().value())
                        .name("name", query.name())
                        .labels("labels", query.labels())
                        .equal("userId", query.ownerUserId())
                        .equal("orgId", query.orgId());
        boolean deletedToo =
                query.includeDeleted() || query.statuses().contains(ResourceStatus.DELETED);
        return (deletedToo ? match : match.equal("deleted", false)).all();
    }
}
