package dev.aiwm.support.personal;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import java.util.UUID;

class JdbcPersonalKeysTest extends PersonalDataConformance {
    private final PersonalKeys keys = new JdbcPersonalKeys(database());

    private static JdbcTemplate database() {
        var database =
                new DriverManagerDataSource("jdbc:hsqldb:mem:" + UUID.randomUUID(), "SA", "");
        new ResourceDatabasePopulator(
                        new ClassPathResource("dev/aiwm/support/store/schema-hsqldb.sql"))
                .execute(database);
        return new JdbcTemplate(database);
    }

    @Override
    PersonalKeys keys() {
        return keys;
    }
}
