package dev.aiwm.query.schedule;

import dev.aiwm.contracts.schedule.ScheduleFold;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.aim.OneResource;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.query.listing.SortFields;
import dev.aiwm.query.listing.SortFields.Kind;
import dev.aiwm.support.projection.CollectionIndex;
import dev.aiwm.support.projection.FoldProjection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One document per schedule. */
final class ScheduleProjection {
    static final String NAME = "schedules";
    static final SortFields SORT =
            new SortFields(
                    Map.of(
                            "createdAt", Kind.TIME,
                            "updatedAt", Kind.TIME,
                            "name", Kind.TEXT),
                    List.of("-createdAt"));

    private ScheduleProjection() {}

    static FoldProjection<ScheduleState, ScheduleEvent> definition() {
        return new FoldProjection<>(
                NAME,
                2,
                ScheduleEvent.class,
                ScheduleState.class,
                event -> event.scheduleId().value(),
                ScheduleFold::evolve,
                ScheduleProjection::fields,
                List.of(
                        CollectionIndex.on("orgId", "deleted", "createdAt"),
                        CollectionIndex.on("resourceId")));
    }

    static Map<String, Object> fields(ScheduleState state) {
        var fields = new HashMap<String, Object>();
        fields.put("name", state.name());
        fields.put("enabled", state.enabled());
        fields.put("deleted", state.deletedAt() != null);
        fields.put("orgId", state.owner().orgId());
        fields.put("userId", state.owner().userId());
        fields.put("createdAt", state.createdAt());
        fields.put("updatedAt", state.updatedAt());
        if (state.plan().target() instanceof OneResource one) {
            fields.put("resourceId", one.resourceId().value());
        }
        return fields;
    }
}
