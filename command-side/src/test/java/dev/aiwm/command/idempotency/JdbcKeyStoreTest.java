package dev.aiwm.command.idempotency;

import dev.aiwm.command.testing.TestDatabases;

class JdbcKeyStoreTest extends KeyStoreConformance {
    private final KeyStore store =
            new JdbcKeyStore(TestDatabases.sql("dev/aiwm/command/idempotency/schema"));

    @Override
    KeyStore store() {
        return store;
    }
}
