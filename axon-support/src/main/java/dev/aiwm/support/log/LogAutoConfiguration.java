package dev.aiwm.support.log;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** The log port over the JDBC store. */
@AutoConfiguration(afterName = "dev.aiwm.support.store.JdbcStoreAutoConfiguration")
@ConditionalOnBean(JdbcEventStore.class)
class LogAutoConfiguration {

    @Bean
    EventLog eventLog(JdbcEventStore eventStore) {
        return new JdbcEventLog(eventStore.engine());
    }

    @Bean
    EventTail eventTail(JdbcEventStore eventStore) {
        return new LiveTail(after -> eventStore.live().open(after.value()));
    }
}
