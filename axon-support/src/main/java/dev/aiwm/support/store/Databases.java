package dev.aiwm.support.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

/** Opens the database of a store. */
final class Databases {
    private static final int EMBEDDED_CONNECTIONS = 64;

    private Databases() {}

    /**
     * HSQLDB on files. {@code write_delay=false} makes each commit wait for the disk; without it
     * acknowledged events are lost when the process dies.
     */
    static HikariDataSource embedded(Path data) {
        Path folder = folder(data);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
        var config = new HikariConfig();
        config.setPoolName("events");
        config.setDataSource(
                new KeptStatements(
                        "jdbc:hsqldb:file:"
                                + folder.resolve("log")
                                + ";hsqldb.tx=mvcc;hsqldb.write_delay=false"
                                + ";hsqldb.default_table_type=cached;shutdown=true",
                        "SA"));
        config.setMinimumIdle(2);
        config.setMaximumPoolSize(EMBEDDED_CONNECTIONS);
        return new HikariDataSource(config);
    }

    private static Path folder(Path data) {
        return data.resolve("events").toAbsolutePath();
    }

    /** What the embedded database has written since its last checkpoint. */
    static Path log(Path data) {
        return folder(data).resolve("log.log");
    }

    static HikariDataSource postgresql(StoreSettings.Jdbc settings) {
        var config = new HikariConfig();
        config.setPoolName("events");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setMinimumIdle(2);
        config.setMaximumPoolSize(settings.poolSize());
        return new HikariDataSource(config);
    }

    static Dialect dialectOf(StoreKind kind) {
        return kind == StoreKind.EMBEDDED ? Dialect.HSQLDB : Dialect.POSTGRESQL;
    }

    static DataSource open(StoreSettings settings) {
        return settings.store() == StoreKind.EMBEDDED
                ? embedded(settings.data())
                : postgresql(settings.jdbc());
    }
}
