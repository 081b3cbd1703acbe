package dev.aiwm.support.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import dev.aiwm.support.store.StoreSettings;

import org.axonframework.serialization.Serializer;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

import java.util.concurrent.TimeUnit;

/**
 * The read database: at {@code spring.mongodb.uri}, or in this process when none is given and the
 * store is embedded.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@EnableConfigurationProperties(StoreSettings.class)
class ReadDatabaseAutoConfiguration {
    private static final String FILE = "documents/documents.mv";
    private static final int ANY_PORT = 0;

    @Configuration(proxyBeanMethods = false)
    @Conditional(OnInProcessMongo.class)
    static class InProcess {

        @Bean
        MongoServerInProcess mongoServer(StoreSettings settings) {
            return MongoServerInProcess.on(settings.data().resolve(FILE), ANY_PORT);
        }

        @Bean
        MongoClient mongoClient(MongoServerInProcess server) {
            return MongoClients.create(
                    MongoClientSettings.builder()
                            .applyConnectionString(new ConnectionString(server.uri()))
                            .uuidRepresentation(UuidRepresentation.STANDARD)
                            .applyToClusterSettings(
                                    cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                            .build());
        }
    }

    @Bean
    ReadDatabases readDatabases(
            MongoClient client,
            Serializer serializer,
            StoreSettings settings,
            @Value("${aiwm.mongo.prefix:aiwm}") String prefix) {
        return new ReadDatabases(client, serializer, prefix, settings.instanceName());
    }

    @Bean
    DocumentsFarewell documentsFarewell(MongoClient client, ApplicationContext own) {
        return new DocumentsFarewell(client, own);
    }

    /** For Spring Data's own needs; the sides take theirs from {@link ReadDatabases}. */
    @Bean
    @ConditionalOnMissingBean
    MongoTemplate mongoTemplate(ReadDatabases databases) {
        return databases.template("query");
    }
}
