package dev.aiwm.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.zaxxer.hikari.HikariDataSource;

import dev.aiwm.support.mongo.MongoServerInProcess;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.HsqlEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import javax.sql.DataSource;

/**
 * What a start of the product's libraries costs without the product: Boot with its web server,
 * security and JDBC, Axon on HSQLDB with an aggregate and a projection, the document server. The
 * product's own auto-configuration is left out.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({Thing.class, BareProgram.Ready.class, BareProgram.Things.class})
public class BareProgram {
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(BareProgram.class)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "spring.autoconfigure.exclude=" + ours())
                .run(arguments);
    }

    private static String ours() {
        var all =
                ImportCandidates.load(AutoConfiguration.class, BareProgram.class.getClassLoader());
        return StreamSupport.stream(all.spliterator(), false)
                .filter(name -> name.startsWith("dev.aiwm."))
                .collect(Collectors.joining(","));
    }

    /** What is asked whether it is there. */
    @RestController
    static class Ready {
        @GetMapping("/ready")
        String ready() {
            return "yes";
        }
    }

    /** The one projection. */
    static class Things {
        private final MongoClient documents;

        Things(MongoClient documents) {
            this.documents = documents;
        }

        @EventHandler
        void on(Thing.Made event) {
            documents
                    .getDatabase("bare")
                    .getCollection("things")
                    .insertOne(new org.bson.Document("_id", event.id()));
        }
    }

    @Bean
    SecurityFilterChain open(HttpSecurity security) {
        return security.authorizeHttpRequests(paths -> paths.anyRequest().permitAll()).build();
    }

    @Bean
    DataSource dataSource(@Value("${bare.data}") Path data) {
        var database = new HikariDataSource();
        database.setJdbcUrl(
                "jdbc:hsqldb:file:"
                        + data.resolve("log")
                        + ";hsqldb.tx=mvcc;hsqldb.write_delay=false;shutdown=true");
        database.setUsername("SA");
        return database;
    }

    @Bean
    MongoServerInProcess documentServer(@Value("${bare.data}") Path data) {
        return MongoServerInProcess.on(data.resolve("documents.mv"), 0);
    }

    @Bean
    MongoClient mongoClient(MongoServerInProcess server) {
        return MongoClients.create(server.uri());
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager manager) {
        return new SpringTransactionManager(manager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(database));
    }

    @Bean
    @Primary
    Serializer serializer() {
        return JacksonSerializer.builder().build();
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            ConnectionProvider connections, TransactionManager manager, Serializer serializer) {
        var engine =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(connections)
                        .transactionManager(manager)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .build();
        engine.createSchema(HsqlEventTableFactory.INSTANCE);
        return engine;
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        var store =
                JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .build();
        store.createSchema(GenericTokenTableFactory.INSTANCE);
        return store;
    }

    @Bean
    ConfigurerModule aggregateAndProcessor() {
        return configurer -> configurer.eventProcessing().usingPooledStreamingEventProcessors();
    }
}
