package dev.aiwm.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a create costs without the product: two rows of an event log with the product's columns,
 * indexes and sizes, each with a commit of its own. On PostgreSQL it is pgbench that appends.
 */
final class AppendFloor implements AutoCloseable {
    private static final String SCHEMA = "dev/aiwm/support/store/schema-";
    private static final int[] PAYLOADS = {430, 1080};
    private static final int METADATA = 190;
    private static final String INSERT =
            "insert into event_log (log_position, aggregate_id, aggregate_sequence, aggregate_type,"
                    + " event_id, occurred_at, latest_at, payload_type, payload_revision, payload,"
                    + " metadata) values (?,?,0,'Resource',?,0,0,'ResourceCreated','1',?,?)";

    private final HikariDataSource database;
    private final Postgres server;
    private final AtomicLong position = new AtomicLong();

    private AppendFloor(HikariDataSource database, Postgres server) {
        this.database = database;
        this.server = server;
    }

    static AppendFloor on(Run run) throws IOException, InterruptedException, SQLException {
        boolean embedded = run.store() == Store.EMBEDDED;
        var floor = run.keep(new AppendFloor(open(run, 32), embedded ? null : run.postgres()));
        floor.createTables(embedded ? "hsqldb.sql" : "postgresql.sql");
        return floor;
    }

    /** An empty database as the product would open it. */
    static HikariDataSource open(Run run, int connections)
            throws IOException, InterruptedException {
        var config = new HikariConfig();
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(2);
        if (run.store() == Store.EMBEDDED) {
            config.setJdbcUrl(
                    "jdbc:hsqldb:file:"
                            + run.newFolder("floor").resolve("log")
                            + ";hsqldb.tx=mvcc;hsqldb.write_delay=false"
                            + ";hsqldb.default_table_type=cached;hsqldb.log_size=32;shutdown=true");
            config.setUsername("SA");
            config.setPassword("");
        } else {
            config.setJdbcUrl(run.postgres().newDatabase());
            config.setUsername(Postgres.USER);
        }
        return new HikariDataSource(config);
    }

    private void createTables(String script) throws SQLException {
        new ResourceDatabasePopulator(new ClassPathResource(SCHEMA + script)).execute(database);
        if (server != null) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create sequence benchmark_position cache 100");
            }
        }
    }

    Latencies oneClient(int count) throws SQLException, IOException, InterruptedException {
        return server == null
                ? append(count)
                : server.pgbench(database.getJdbcUrl(), script(), 1, count);
    }

    Creates.Load manyClients(int clients, int each)
            throws IOException, InterruptedException, ExecutionException {
        if (server != null) {
            long start = System.nanoTime();
            var latencies = server.pgbench(database.getJdbcUrl(), script(), clients, each);
            return new Creates.Load(latencies, (System.nanoTime() - start) / 1e9);
        }
        var work = new ArrayList<Callable<Latencies>>();
        for (int i = 0; i < clients; i++) {
            work.add(() -> append(each));
        }
        return Creates.together(work);
    }

    private static String script() {
        var script = new StringBuilder();
        for (int size : PAYLOADS) {
            script.append(
                    """
                    insert into event_log (log_position, aggregate_id, aggregate_sequence, aggregate_type, event_id,\
                     occurred_at, latest_at, payload_type, payload_revision, payload, metadata)\
                     values (nextval('benchmark_position'), gen_random_uuid()::text, 0, 'Resource', gen_random_uuid()::text,\
                     0, 0, 'ResourceCreated', '1', convert_to(repeat('x', %d), 'UTF8'), convert_to(repeat('x', %d), 'UTF8'));
                    """
                            .formatted(size, METADATA));
        }
        return script.toString();
    }

    private Latencies append(int count) throws SQLException {
        var latencies = new Latencies();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < count; i++) {
                long start = System.nanoTime();
                for (int size : PAYLOADS) {
                    insert.setLong(1, position.incrementAndGet());
                    insert.setString(2, UUID.randomUUID().toString());
                    insert.setString(3, UUID.randomUUID().toString());
                    insert.setBytes(4, new byte[size]);
                    insert.setBytes(5, new byte[METADATA]);
                    insert.executeUpdate();
                }
                latencies.add(System.nanoTime() - start);
            }
        }
        return latencies;
    }

    @Override
    public void close() {
        database.close();
    }
}
