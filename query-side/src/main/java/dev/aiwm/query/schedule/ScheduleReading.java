package dev.aiwm.query.schedule;

import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.query.ScheduleView;
import dev.aiwm.query.listing.Words;
import dev.aiwm.query.past.EntityKind;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.Pasts;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.support.projection.ReadModel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model of schedules. */
@Configuration(proxyBeanMethods = false)
class ScheduleReading {

    @Bean
    ReadModel<ScheduleState> scheduleModel(Projections queryProjections) {
        return queryProjections.add(ScheduleProjection.definition());
    }

    @Bean
    Past<ScheduleState> schedulePast(Pasts pasts) {
        return pasts.of(
                new EntityKind<>(
                        "schedule",
                        ScheduleProjection.definition(),
                        id -> Words.id(id, ScheduleId::of).map(ScheduleId::toString),
                        (state, caller) -> caller.maySee(state.owner()),
                        (state, caller) -> ScheduleView.of(state, 1)));
    }
}
