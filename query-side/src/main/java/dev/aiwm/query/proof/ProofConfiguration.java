package dev.aiwm.query.proof;

import dev.aiwm.support.lease.Leases;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.mongo.ReadDatabases;
import dev.aiwm.support.store.StoreKind;
import dev.aiwm.support.store.StoreSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import java.time.Clock;
import java.time.Duration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofSettings.class)
class ProofConfiguration {
    private static final String NAME = "proof";
    private static final Duration LEASE = Duration.ofSeconds(15);

    @Bean
    ProofKeys proofKeys(Environment environment) {
        return ProofKeys.of(environment);
    }

    /** The in-process server of documents is disposable: beside it the chain has files. */
    @Bean
    ProofStore proofStore(StoreSettings settings, ReadDatabases databases) {
        return settings.store() == StoreKind.EMBEDDED
                ? new FileProofStore(settings.data().resolve(NAME))
                : new MongoProofStore(databases.database(NAME));
    }

    @Bean
    ChainFollower chainFollower(
            EventLog log,
            ProofStore store,
            ProofKeys keys,
            ProofSettings settings,
            ReadDatabases databases,
            StoreSettings instance,
            Clock clock) {
        var leases =
                new Leases(
                        databases.database(NAME).getCollection("leases"),
                        instance.instanceName(),
                        LEASE,
                        clock);
        return new ChainFollower(log, store, keys, settings, leases, clock);
    }

    @Bean
    Proofs proofs(EventLog log, ProofStore store, ProofKeys keys, LogLines lines) {
        return new Proofs(log, store, keys, lines);
    }

    @Bean
    LogLines logLines(EventLog log, ProofStore store, ProofKeys keys, Clock clock) {
        return new LogLines(log, store, keys, clock);
    }

    @Bean
    ProofHealth proofHealth(ChainFollower follower, ProofStore store) {
        return new ProofHealth(follower, store);
    }
}
