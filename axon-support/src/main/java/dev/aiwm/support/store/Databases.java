package dev.aiwm.support.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import javax.sql.DataSource;

/** Opens the database of a store. */
final class Databases {
    private static final int EMBEDDED_CONNECTIONS = 64;

    /** A predecessor that was asked to end may still be at it. */
    private static final Duration PREDECESSORS_END = Duration.ofSeconds(10);

    /** Whoever asks while the database is away is told so then. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Databases() {}

    /**
     * HSQLDB on files. {@code write_delay=false} makes each commit wait for the disk; without it
     * acknowledged events are lost when the process dies. Its own lock file is not used: after a
     * sudden death it has the next process wait for ten seconds, and now and then refuses it.
     */
    static HikariDataSource embedded(Path data) {
        PrivateFolder.make(data.toAbsolutePath());
        Path folder = folder(data);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
        var lock = FolderLock.of(folder, PREDECESSORS_END);
        var config = new HikariConfig();
        config.setPoolName("events");
        config.setDataSource(
                new KeptStatements(
                        "jdbc:hsqldb:file:"
                                + folder.resolve("log")
                                + ";hsqldb.tx=mvcc;hsqldb.write_delay=false"
                                + ";hsqldb.default_table_type=cached;shutdown=true"
                                + ";hsqldb.lock_file=false",
                        "SA"));
        config.setMinimumIdle(2);
        config.setMaximumPoolSize(EMBEDDED_CONNECTIONS);
        return locked(config, lock);
    }

    private static HikariDataSource locked(HikariConfig config, FolderLock lock) {
        try {
            return new HikariDataSource(config) {
                @Override
                public void close() {
                    super.close();
                    lock.close();
                }
            };
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
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
        config.setConnectionTimeout(PATIENCE.toMillis());
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
