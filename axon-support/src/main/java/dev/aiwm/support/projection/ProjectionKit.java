package dev.aiwm.support.projection;

import com.mongodb.client.MongoDatabase;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.mongo.ReadDatabases;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;

import java.time.Clock;

/** Makes the projections of a side: one bean per side, started and stopped by Spring. */
public final class ProjectionKit {
    private static final String TOKENS = "tokens";
    private static final String ALIASES = "projections";

    private final ReadDatabases databases;
    private final EventStore eventStore;
    private final EventLog log;
    private final Serializer serializer;

    ProjectionKit(
            ReadDatabases databases, EventStore eventStore, EventLog log, Serializer serializer) {
        this.databases = databases;
        this.eventStore = eventStore;
        this.log = log;
        this.serializer = serializer;
    }

    /** Projections into the database of a side, {@code command} or {@code query}. */
    public Projections of(String side) {
        MongoDatabase database = databases.database(side);
        var aliases = new Aliases(database.getCollection(ALIASES), Clock.systemUTC());
        var tokens = new StoredTokens(database.getCollection(TOKENS), serializer);
        var generations = new Generations(database, eventStore, databases.tokenStore(side), tokens);
        return new Projections(
                side,
                log,
                aliases,
                generations,
                new Keeper(aliases, generations, Clock.systemUTC()));
    }
}
