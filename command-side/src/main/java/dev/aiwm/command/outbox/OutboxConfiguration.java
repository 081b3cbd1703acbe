package dev.aiwm.command.outbox;

import dev.aiwm.support.projection.Projections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    Outbox outbox(Projections commandProjections) {
        return new Outbox(commandProjections.add(OutboxProjection.definition()));
    }
}
