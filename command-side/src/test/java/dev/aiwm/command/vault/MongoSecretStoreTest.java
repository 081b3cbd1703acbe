package dev.aiwm.command.vault;

import dev.aiwm.command.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;

class MongoSecretStoreTest extends SecretStoreConformance {
    private final TestDatabases databases = new TestDatabases();
    private final SecretStore store = new MongoSecretStore(databases.mongo());

    @AfterEach
    void close() {
        databases.close();
    }

    @Override
    SecretStore store() {
        return store;
    }
}
