package dev.aiwm.support.personal;

import dev.aiwm.support.mongo.ReadDatabases;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys lie where the log does: both sides read it, so both open what is sealed in it. */
@AutoConfiguration(
        afterName = {
            "dev.aiwm.support.store.JdbcStoreAutoConfiguration",
            "dev.aiwm.support.mongo.ReadDatabaseAutoConfiguration"
        })
class PersonalDataAutoConfiguration {
    private static final String DATABASE = "personal";

    /** With Axon Server there is no SQL database. */
    @Bean
    PersonalData personalData(
            ObjectProvider<JdbcTemplate> sql, ObjectProvider<ReadDatabases> mongo) {
        JdbcTemplate jdbc = sql.getIfAvailable();
        return new PersonalData(
                jdbc == null
                        ? new MongoPersonalKeys(mongo.getObject().database(DATABASE))
                        : new JdbcPersonalKeys(jdbc));
    }
}
