package dev.aiwm.support.projection;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.mongo.ReadDatabases;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** What projections are made with. */
@AutoConfiguration(
        afterName = {
            "dev.aiwm.support.log.LogAutoConfiguration",
            "dev.aiwm.support.mongo.ReadDatabaseAutoConfiguration"
        })
@ConditionalOnBean({EventLog.class, ReadDatabases.class})
class ProjectionAutoConfiguration {

    @Bean
    ProjectionKit projectionKit(
            ReadDatabases databases, EventStore eventStore, EventLog log, Serializer serializer) {
        return new ProjectionKit(databases, eventStore, log, serializer);
    }
}
