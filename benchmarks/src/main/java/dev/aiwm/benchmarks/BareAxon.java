package dev.aiwm.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.HsqlEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Axon's own JDBC store with a command that creates an aggregate, and nothing else: what the
 * framework costs without a product. A create of the product is two commands, so it is two here.
 */
final class BareAxon implements AutoCloseable {
    private static final String PAYLOAD = "x".repeat(750);

    private final HikariDataSource database;
    private final CommandGateway commands;

    private BareAxon(HikariDataSource database, CommandGateway commands) {
        this.database = database;
        this.commands = commands;
    }

    static BareAxon on(Run run) throws IOException, InterruptedException {
        HikariDataSource database = AppendFloor.open(run, 34);
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(database));
        TransactionManager transactions =
                new SpringTransactionManager(new JdbcTransactionManager(database));
        var serializer = JacksonSerializer.builder().build();
        var engine =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .build();
        engine.createSchema(tables(run.store()));
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        CommandBus bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        subscribe(bus, store);
        return run.keep(
                new BareAxon(database, DefaultCommandGateway.builder().commandBus(bus).build()));
    }

    @SuppressWarnings("resource") // the subscription lives as long as the bus
    private static void subscribe(CommandBus bus, EmbeddedEventStore store) {
        var repository = EventSourcingRepository.builder(Thing.class).eventStore(store).build();
        var handler =
                AggregateAnnotationCommandHandler.<Thing>builder()
                        .aggregateType(Thing.class)
                        .repository(repository)
                        .build();
        handler.subscribe(bus);
    }

    private static EventTableFactory tables(Store store) {
        return store == Store.POSTGRESQL
                ? PostgresEventTableFactory.INSTANCE
                : new HsqlEventTableFactory() {
                    @Override
                    protected String payloadType() {
                        return "VARBINARY(1000000)";
                    }
                };
    }

    Creates.Load manyClients(int clients, int each)
            throws InterruptedException, ExecutionException {
        var work = new ArrayList<Callable<Latencies>>();
        for (int i = 0; i < clients; i++) {
            work.add(() -> create(each));
        }
        return Creates.together(work);
    }

    private Latencies create(int count) {
        var latencies = new Latencies();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            for (int append = 0; append < 2; append++) {
                commands.sendAndWait(new Thing.Make(UUID.randomUUID().toString(), PAYLOAD));
            }
            latencies.add(System.nanoTime() - start);
        }
        return latencies;
    }

    @Override
    public void close() {
        database.close();
    }
}
