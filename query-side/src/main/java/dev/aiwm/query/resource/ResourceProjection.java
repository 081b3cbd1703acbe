package dev.aiwm.query.resource;

import dev.aiwm.contracts.resource.ResourceFold;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.query.listing.Match;
import dev.aiwm.query.listing.SortFields;
import dev.aiwm.query.listing.SortFields.Kind;
import dev.aiwm.support.projection.CollectionIndex;
import dev.aiwm.support.projection.FoldProjection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One document per resource. */
final class ResourceProjection {
    static final String NAME = "resources";
    static final SortFields SORT =
            new SortFields(
                    Map.of(
                            "createdAt", Kind.TIME,
                            "updatedAt", Kind.TIME,
                            "name", Kind.TEXT,
                            "status", Kind.TEXT,
                            "resourceType", Kind.TEXT,
                            "nodeId", Kind.TEXT),
                    List.of("-createdAt"));

    private ResourceProjection() {}

    static FoldProjection<ResourceState, ResourceEvent> definition() {
        return new FoldProjection<>(
                NAME,
                5,
                ResourceEvent.class,
                ResourceState.class,
                event -> event.resourceId().value(),
                ResourceFold::evolve,
                ResourceProjection::fields,
                List.of(
                        CollectionIndex.on("resourceType", "status"),
                        CollectionIndex.on("nodeId"),
                        CollectionIndex.on("runtimeId"),
                        CollectionIndex.on("deleted", "createdAt"),
                        CollectionIndex.on("deleted", "status", "createdAt"),
                        CollectionIndex.on("orgId", "deleted", "createdAt"),
                        CollectionIndex.on("name"),
                        CollectionIndex.on("labels")));
    }

    static Map<String, Object> fields(ResourceState state) {
        var fields = new HashMap<String, Object>();
        fields.put("name", state.name());
        fields.put("resourceType", state.config().resourceType().wire());
        fields.put("status", state.status().wire());
        fields.put("nodeId", state.nodeId().value());
        fields.put("orgId", state.owner().orgId());
        fields.put("userId", state.owner().userId());
        fields.put("labels", Match.labelWords(state.labels()));
        fields.put("deleted", state.isDeleted());
        fields.put("createdAt", state.createdAt());
        fields.put("updatedAt", state.updatedAt());
        if (state.runtime() != null) {
            fields.put("runtimeId", state.runtime().id());
        }
        return fields;
    }
}
