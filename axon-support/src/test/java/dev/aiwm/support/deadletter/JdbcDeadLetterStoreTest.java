package dev.aiwm.support.deadletter;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import java.util.UUID;

class JdbcDeadLetterStoreTest extends DeadLetterStoreConformance {
    private final DeadLetterStore store = new JdbcDeadLetterStore(database());

    private static JdbcTemplate database() {
        var database =
                new DriverManagerDataSource("jdbc:hsqldb:mem:" + UUID.randomUUID(), "SA", "");
        new ResourceDatabasePopulator(
                        new ClassPathResource("dev/aiwm/support/store/schema-hsqldb.sql"))
                .execute(database);
        return new JdbcTemplate(database);
    }

    @Override
    DeadLetterStore store() {
        return store;
    }
}
