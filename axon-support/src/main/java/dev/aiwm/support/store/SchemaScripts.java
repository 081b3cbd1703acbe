package dev.aiwm.support.store;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Collection;
import java.util.Comparator;

import javax.sql.DataSource;

/** Runs the scripts of all modules in order, one process at a time. */
final class SchemaScripts {
    private static final long LOCK_KEY = 0x6169_776D_6464_6CL;

    private SchemaScripts() {}

    static void run(DataSource database, Dialect dialect, Collection<SchemaScript> scripts) {
        var populator = new ResourceDatabasePopulator();
        scripts.stream()
                .sorted(Comparator.comparingInt(SchemaScript::order))
                .map(script -> resource(script, dialect))
                .forEach(populator::addScript);
        new TransactionTemplate(new DataSourceTransactionManager(database))
                .executeWithoutResult(
                        status -> {
                            if (dialect == Dialect.POSTGRESQL) {
                                new JdbcTemplate(database)
                                        .execute("select pg_advisory_xact_lock(" + LOCK_KEY + ")");
                            }
                            DatabasePopulatorUtils.execute(populator, database);
                        });
    }

    private static Resource resource(SchemaScript script, Dialect dialect) {
        var resource = new ClassPathResource(script.resourceFor(dialect));
        if (!resource.exists()) {
            throw new IllegalStateException(resource.getPath() + " is not on the class path");
        }
        return resource;
    }
}
