package dev.aiwm.query.schedule;

import dev.aiwm.contracts.schedule.ScheduleState;
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
}
