package dev.aiwm.query.schedule;

import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.query.FindSchedule;
import dev.aiwm.contracts.schedule.query.ListSchedules;
import dev.aiwm.contracts.schedule.query.ScheduleView;
import dev.aiwm.query.listing.Listing;
import dev.aiwm.query.listing.Lookup;
import dev.aiwm.query.listing.Match;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;

import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Answers what is asked of schedules; one that was deleted is not there. */
@Component
class ScheduleQueries {
    private final Lookup<ScheduleState> lookup;
    private final Listing<ScheduleState> listing;

    ScheduleQueries(ReadModel<ScheduleState> scheduleModel) {
        this.lookup = new Lookup<>(scheduleModel);
        this.listing =
                new Listing<>(scheduleModel, ScheduleProjection::fields, ScheduleProjection.SORT);
    }

    Optional<ScheduleState> state(FindSchedule query) {
        return lookup.find(query.scheduleId().value(), query.minVersion())
                .filter(state -> state.deletedAt() == null);
    }

    /**
     * @param times how many of those to come
     */
    Page<ScheduleView> answer(ListSchedules query, int times) {
        return listing.page(
                filter(query),
                new Listing.Part(query.sort(), query.cursor(), query.page(), query.limit()),
                found ->
                        found.stream()
                                .map(Stored::state)
                                .map(state -> ScheduleView.of(state, times))
                                .toList());
    }

    private static Bson filter(ListSchedules query) {
        return new Match()
                .equal("deleted", false)
                .equal("resourceId", query.resourceId())
                .equal("enabled", query.enabled())
                .name("name", query.name())
                .equal("userId", query.ownerUserId())
                .equal("orgId", query.orgId())
                .all();
    }
}
