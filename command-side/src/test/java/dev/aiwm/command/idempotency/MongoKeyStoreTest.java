package dev.aiwm.command.idempotency;

import dev.aiwm.command.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;

class MongoKeyStoreTest extends KeyStoreConformance {
    private final TestDatabases databases = new TestDatabases();
    private final KeyStore store = new MongoKeyStore(databases.mongo());

    @AfterEach
    void close() {
        databases.close();
    }

    @Override
    KeyStore store() {
        return store;
    }
}
