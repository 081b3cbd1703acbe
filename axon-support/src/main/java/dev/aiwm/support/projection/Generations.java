package dev.aiwm.support.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.bson.Document;

/**
 * Makes and removes generations. Those that are built anew have threads of their own, and so have
 * those for which somebody waits: they are not to stand behind large documents.
 */
final class Generations implements AutoCloseable {
    private static final int BATCH = 256;
    private static final int SEGMENTS = 2;
    private static final long CLAIM_MILLIS = 5_000;

    private final MongoDatabase database;
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final TokenStore tokenStore;
    private final StoredTokens tokens;
    private final ProjectionThreads coordinator = ProjectionThreads.of("projection-reader", 1);
    private final ProjectionThreads workers = ProjectionThreads.of("projection", 2);
    private final ProjectionThreads promptCoordinator = ProjectionThreads.of("prompt-reader", 1);
    private final ProjectionThreads promptWorkers = ProjectionThreads.of("prompt", 2);
    private final ProjectionThreads tokenWriter = ProjectionThreads.of("token-writer", 1);
    private final ProjectionThreads rebuildCoordinator = ProjectionThreads.of("rebuild-reader", 1);
    private final ProjectionThreads rebuildWorkers = ProjectionThreads.of("rebuild", 2);

    Generations(
            MongoDatabase database,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            TokenStore tokenStore,
            StoredTokens tokens) {
        this.database = database;
        this.source = source;
        this.tokenStore = UnhurriedTokens.of(tokenStore, tokenWriter);
        this.tokens = tokens;
    }

    /** Starts to write a collection. */
    Generation start(Registration projection, int number, boolean rebuild) {
        String name = nameOf(projection.name(), number);
        MongoCollection<Document> collection = database.getCollection(name);
        for (CollectionIndex index : projection.indexes()) {
            collection.createIndex(Indexes.ascending(index.fields()));
        }
        BatchWriter writer = projection.writerOf(collection, number);
        boolean prompt = projection.pace() == Pace.PROMPT;
        ProjectionThreads readers = prompt ? promptCoordinator : coordinator;
        ProjectionThreads writers = prompt ? promptWorkers : workers;
        var rest = new Rest(projection.pace(), readers);
        var watched = new WatchedSource(source, projection.families(), rest);
        var builder =
                PooledStreamingEventProcessor.builder()
                        .name(name)
                        .eventHandlerInvoker(new Invoker(writer))
                        .messageSource(watched)
                        .tokenStore(tokenStore)
                        .transactionManager(NoTransactionManager.instance())
                        .initialToken(StreamableMessageSource::createTailToken)
                        .initialSegmentCount(prompt ? 1 : SEGMENTS)
                        .batchSize(BATCH)
                        .claimExtensionThreshold(CLAIM_MILLIS)
                        .coordinatorExecutor(rebuild ? rebuildCoordinator : readers)
                        .workerExecutor(rebuild ? rebuildWorkers : writers)
                        .enableCoordinatorClaimExtension();
        var generation =
                new Generation(
                        number,
                        database,
                        collection,
                        new ProjectionProcessor(builder, writer, rest, tokens),
                        watched,
                        tokens);
        generation.start();
        return generation;
    }

    /** Removes what is left of a generation that no longer runs anywhere. */
    void drop(String projection, int number) {
        String name = nameOf(projection, number);
        database.getCollection(name).drop();
        tokens.delete(name);
    }

    private static String nameOf(String projection, int number) {
        return projection + "@" + number;
    }

    @Override
    public void close() {
        for (var threads :
                new ProjectionThreads[] {
                    coordinator,
                    workers,
                    promptCoordinator,
                    promptWorkers,
                    tokenWriter,
                    rebuildCoordinator,
                    rebuildWorkers
                }) {
            threads.shutdown();
        }
    }
}
