package dev.aiwm.command.lease;

import dev.aiwm.command.CommandSide;
import dev.aiwm.support.lease.Leases;
import dev.aiwm.support.mongo.ReadDatabases;
import dev.aiwm.support.store.StoreSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class LeaseConfiguration {
    private static final Duration VALIDITY = Duration.ofSeconds(15);

    @Bean
    Leases leases(ReadDatabases databases, StoreSettings settings, Clock clock) {
        return new Leases(
                databases.database(CommandSide.NAME).getCollection("leases"),
                settings.instanceName(),
                VALIDITY,
                clock);
    }
}
