package dev.aiwm.query.bulk;

import dev.aiwm.contracts.bulk.BulkFold;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.event.BulkEvent;
import dev.aiwm.query.listing.SortFields;
import dev.aiwm.query.listing.SortFields.Kind;
import dev.aiwm.support.projection.CollectionIndex;
import dev.aiwm.support.projection.FoldProjection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One document per bulk operation, its resources included. */
final class BulkProjection {
    static final String NAME = "bulk-operations";
    static final SortFields SORT =
            new SortFields(
                    Map.of(
                            "startedAt", Kind.TIME,
                            "updatedAt", Kind.TIME,
                            "status", Kind.TEXT),
                    List.of("-startedAt"));

    private BulkProjection() {}

    static FoldProjection<BulkState, BulkEvent> definition() {
        return new FoldProjection<>(
                NAME,
                2,
                BulkEvent.class,
                BulkState.class,
                event -> event.bulkId().value(),
                BulkFold::evolve,
                BulkProjection::fields,
                List.of(
                        CollectionIndex.on("orgId", "startedAt"),
                        CollectionIndex.on("scheduleId", "startedAt"),
                        CollectionIndex.on("resourceIds")));
    }

    static Map<String, Object> fields(BulkState state) {
        var fields = new HashMap<String, Object>();
        fields.put("status", state.status().wire());
        fields.put("action", state.task().action().wire());
        fields.put(
                "resourceIds",
                state.items().stream().map(item -> item.resourceId().value()).toList());
        fields.put("startedAt", state.startedAt());
        fields.put("updatedAt", state.updatedAt());
        fields.put("orgId", state.owner().orgId());
        fields.put("userId", state.owner().userId());
        if (state.scheduleId() != null) {
            fields.put("scheduleId", state.scheduleId().value());
        }
        return fields;
    }
}
