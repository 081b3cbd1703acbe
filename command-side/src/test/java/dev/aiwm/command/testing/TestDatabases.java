package dev.aiwm.command.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import java.util.UUID;

/** Empty databases of both kinds. */
public final class TestDatabases implements AutoCloseable {
    private MongoServer server;
    private MongoClient client;

    /** HSQLDB in memory with the tables of a script. */
    public static JdbcTemplate sql(String script) {
        var database =
                new DriverManagerDataSource(
                        "jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc", "SA", "");
        new ResourceDatabasePopulator(new ClassPathResource(script + "-hsqldb.sql"))
                .execute(database);
        return new JdbcTemplate(database);
    }

    public MongoDatabase mongo() {
        server = new MongoServer(H2Backend.inMemory());
        client = MongoClients.create(server.bindAndGetConnectionString());
        return client.getDatabase("test");
    }

    @Override
    public void close() {
        if (server != null) {
            client.close();
            server.shutdownNow();
        }
    }
}
