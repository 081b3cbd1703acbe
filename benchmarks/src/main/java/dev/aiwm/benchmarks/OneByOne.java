package dev.aiwm.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;

import dev.aiwm.support.log.JdbcEventStore;
import dev.aiwm.support.mongo.ReadDatabases;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.bson.Document;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A projection as Axon runs one that nobody configured: 16 segments, one event per batch. */
final class OneByOne {
    private static final int SEGMENTS = 16;

    private OneByOne() {}

    /** Events per second, over the first ones of the log. */
    static double rate(ProductInProcess here, MongoDatabase database, int count) {
        var collection = database.getCollection("floor-one-by-one");
        var threads = Executors.newScheduledThreadPool(4);
        var handler = new Handler(collection);
        var processor =
                PooledStreamingEventProcessor.builder()
                        .name("floor-one-by-one")
                        .eventHandlerInvoker(
                                SimpleEventHandlerInvoker.builder().eventHandlers(handler).build())
                        .messageSource(here.bean(JdbcEventStore.class))
                        .tokenStore(here.bean(ReadDatabases.class).tokenStore("query"))
                        .transactionManager(NoTransactionManager.instance())
                        .initialToken(source -> source.createTailToken())
                        .initialSegmentCount(SEGMENTS)
                        .batchSize(1)
                        .coordinatorExecutor(threads)
                        .workerExecutor(threads)
                        .build();
        long start = System.nanoTime();
        processor.start();
        try {
            handler.await(count);
            return handler.handled.get() / ((System.nanoTime() - start) / 1e9);
        } finally {
            processor.shutDown();
            threads.shutdownNow();
            collection.drop();
        }
    }

    /** Writes a document per event. */
    static final class Handler {
        private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

        private final MongoCollection<Document> collection;
        private final AtomicInteger handled = new AtomicInteger();

        Handler(MongoCollection<Document> collection) {
            this.collection = collection;
        }

        @EventHandler
        public void on(EventMessage<?> event) {
            String id = event.getIdentifier();
            var document = new Document("_id", id).append("state", "x".repeat(1_000));
            collection.replaceOne(Filters.eq("_id", id), document, UPSERT);
            handled.incrementAndGet();
        }

        private void await(int count) {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (handled.get() < count && System.nanoTime() < deadline) {
                try {
                    TimeUnit.MILLISECONDS.sleep(10);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
