package dev.aiwm.support.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import dev.aiwm.contracts.proof.StoredEvent;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.mongo.ReadDatabases;
import dev.aiwm.support.projection.CounterProjections.CounterState;
import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterEvent;
import dev.aiwm.support.sample.CounterEvent.CounterMoved;
import dev.aiwm.support.sample.CounterEvent.CounterOpened;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class FoldWriterTest {
    private static final FoldProjection<CounterState, CounterEvent> COUNTERS =
            CounterProjections.counters(1);

    @TempDir Path data;
    private ConfigurableApplicationContext program;
    private MongoCollection<Document> collection;
    private final List<LoggedEvent> stream = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    @BeforeEach
    void start() {
        program = CounterApplication.start(data);
        collection = program.getBean(ReadDatabases.class).database("query").getCollection("fold");
        happened(new CounterOpened("one", "first"));
        for (int i = 1; i <= 5; i++) {
            happened(new CounterMoved("one", i));
        }
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private void happened(CounterEvent event) {
        long sequence = stream.size();
        stream.add(
                new LoggedEvent(
                        new Position(sequence + 1),
                        "Counter",
                        "one",
                        sequence,
                        Instant.EPOCH,
                        "event-" + sequence,
                        event,
                        Map.of()));
    }

    private FoldWriter<CounterState, CounterEvent> writer() {
        return new FoldWriter<>(
                COUNTERS,
                collection,
                new StreamOnly(stream),
                written -> told.addAll(written.keySet()));
    }

    private int value() {
        Document document = collection.find(Filters.eq("_id", "one")).first();
        return document == null ? -1 : document.getInteger("value");
    }

    @Test
    void a_batch_is_written_once_per_document_and_told() {
        writer().write(stream);
        assertThat(value()).isEqualTo(15);
        assertThat(told).containsExactly("one");
    }

    @Test
    void what_was_written_before_is_skipped() {
        writer().write(stream);
        writer().write(stream.subList(2, 4));
        writer().write(stream.subList(0, 3));
        assertThat(value()).isEqualTo(15);
    }

    @Test
    void what_is_there_but_older_is_replaced_by_who_takes_it_for_new() {
        writer().write(stream.subList(0, 3));
        writer().write(stream);
        assertThat(value()).isEqualTo(15);
        assertThat(told).containsExactly("one");
    }

    @Test
    void another_writer_goes_on_from_the_document() {
        writer().write(stream.subList(0, 3));
        writer().write(stream.subList(3, 6));
        assertThat(value()).isEqualTo(15);
    }

    @Test
    void a_gap_is_closed_from_the_stream() {
        writer().write(stream.subList(0, 2));
        writer().write(stream.subList(4, 5));
        assertThat(value()).isEqualTo(15);
    }

    @Test
    void a_document_that_is_missing_is_folded_from_the_stream() {
        writer().write(stream.subList(5, 6));
        assertThat(value()).isEqualTo(15);
    }

    @Test
    void who_remembers_an_old_state_does_not_undo_a_newer_one() {
        var slow = writer();
        slow.write(stream.subList(0, 2));
        writer().write(stream);
        slow.write(stream.subList(2, 3));
        assertThat(value()).isEqualTo(15);
        slow.write(stream.subList(3, 6));
        assertThat(value()).isEqualTo(15);
    }

    /** A log that is asked for one stream only. */
    private record StreamOnly(List<LoggedEvent> stream) implements EventLog {
        @Override
        public Position head() {
            return new Position(stream.size());
        }

        @Override
        public List<LoggedEvent> read(Position after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredEvent> readStored(Position after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<LoggedEvent> readAggregate(String aggregateId) {
            return stream;
        }

        @Override
        public Position positionAt(Instant instant) {
            throw new UnsupportedOperationException();
        }
    }
}
