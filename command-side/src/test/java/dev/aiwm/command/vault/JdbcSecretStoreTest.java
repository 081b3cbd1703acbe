package dev.aiwm.command.vault;

import dev.aiwm.command.testing.TestDatabases;

class JdbcSecretStoreTest extends SecretStoreConformance {
    private final SecretStore store =
            new JdbcSecretStore(TestDatabases.sql("dev/aiwm/command/vault/schema"));

    @Override
    SecretStore store() {
        return store;
    }
}
