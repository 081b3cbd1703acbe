package dev.aiwm.command.vault;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.mongo.ReadDatabases;
import dev.aiwm.support.store.SchemaScript;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    private static final int AFTER_THE_EVENTS = 10;
    private static final String DATABASE = "vault";

    @Bean
    Seal seal(Environment environment) {
        return new Seal(MasterKeys.of(environment));
    }

    @Bean
    SchemaScript vaultSchema() {
        return new SchemaScript(AFTER_THE_EVENTS, "dev/aiwm/command/vault/schema");
    }

    /** With Axon Server there is no SQL database. */
    @Bean
    SecretStore secretStore(ObjectProvider<JdbcTemplate> sql, ObjectProvider<ReadDatabases> mongo) {
        JdbcTemplate jdbc = sql.getIfAvailable();
        return jdbc == null
                ? new MongoSecretStore(mongo.getObject().database(DATABASE))
                : new JdbcSecretStore(jdbc);
    }

    @Bean
    Vault vault(Seal seal, SecretStore store, Clock clock) {
        return new SealedVault(seal, store, clock);
    }

    @Bean
    Sweeper secretSweeper(SecretStore store, EventLog log, Clock clock) {
        return new Sweeper(new OrphanedSecrets(store, log, clock));
    }
}
