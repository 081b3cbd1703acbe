package dev.aiwm.support.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The databases of documents that are folded from events: each side has one of its own, with the
 * tokens of the processors that write it in the same place, so that what is lost is lost together
 * and folded again. There are no transactions: writes must bear repetition.
 */
public final class ReadDatabases {
    private static final long PING_SECONDS = 2;

    private final MongoClient client;
    private final Serializer serializer;
    private final String prefix;
    private final String instance;
    private final Map<String, MongoTemplate> templates = new ConcurrentHashMap<>();
    private final Map<String, TokenStore> tokenStores = new ConcurrentHashMap<>();

    ReadDatabases(MongoClient client, Serializer serializer, String prefix, String instance) {
        this.client = client;
        this.serializer = serializer;
        this.prefix = prefix;
        this.instance = instance;
    }

    /** The database of a side, {@code command} or {@code query}. */
    public MongoDatabase database(String side) {
        return client.getDatabase(nameOf(side));
    }

    /** The same through Spring Data; documents carry no class names. */
    public MongoTemplate template(String side) {
        return templates.computeIfAbsent(side, this::newTemplate);
    }

    private MongoTemplate newTemplate(String side) {
        var factory = new SimpleMongoClientDatabaseFactory(client, nameOf(side));
        var template = new MongoTemplate(factory);
        if (template.getConverter() instanceof MappingMongoConverter converter) {
            converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        }
        return template;
    }

    /** Tokens of the processors that write into this database. */
    public TokenStore tokenStore(String side) {
        return tokenStores.computeIfAbsent(side, this::newTokenStore);
    }

    private TokenStore newTokenStore(String side) {
        return MongoTokenStore.builder()
                .mongoTemplate(axonTemplate(side))
                .serializer(serializer)
                .nodeId(instance)
                .build();
    }

    /** What Axon's stores are built with: tokens, sagas and dead letters of a side. */
    public org.axonframework.extensions.mongo.MongoTemplate axonTemplate(String side) {
        return DefaultMongoTemplate.builder()
                .mongoDatabase(client, nameOf(side))
                .trackingTokensCollectionName("tokens")
                .sagasCollectionName("sagas")
                .deadLetterCollectionName("deadLetters")
                .build();
    }

    /** Answers when the server does, and throws otherwise. */
    public void ping() {
        ping(client);
    }

    static void ping(MongoClient client) {
        client.withTimeout(PING_SECONDS, TimeUnit.SECONDS)
                .getDatabase("admin")
                .runCommand(new Document("ping", 1));
    }

    private String nameOf(String side) {
        return prefix + "-" + side;
    }
}
