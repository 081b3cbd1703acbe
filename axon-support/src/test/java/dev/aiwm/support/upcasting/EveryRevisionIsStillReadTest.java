package dev.aiwm.support.upcasting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.bulk.BulkFold;
import dev.aiwm.contracts.bulk.event.BulkEvent;
import dev.aiwm.contracts.bulk.event.BulkStarted;
import dev.aiwm.contracts.execution.ExecutionFold;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.node.NodeFold;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.resource.ResourceFold;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.schedule.ScheduleFold;
import dev.aiwm.contracts.schedule.event.ScheduleCreated;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.serialization.EventTypes;

import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The approved files of every revision that an event ever had, put into a log as the program of
 * that time would have, and read by this one.
 */
class EveryRevisionIsStillReadTest {
    private static final Path APPROVED = Path.of("../api-contracts/src/test/resources/approved");
    private static final Pattern FILE = Pattern.compile("(\\w+)\\.v(\\d+)\\.json");

    /** Samples name places of lists that samples do not have so many of. */
    private static final Pattern PLACE = Pattern.compile("\"(step|stepIndex|item|index)\" : \\d+");

    @TempDir static Path data;
    private static ConfigurableApplicationContext program;
    private static List<Stored> corpus;
    private static List<LoggedEvent> log;

    private record Stored(String type, String revision, String payload) {
        private static Stored of(Path file) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            assertThat(name.matches()).as("%s", file).isTrue();
            try {
                String payload = PLACE.matcher(Files.readString(file)).replaceAll("\"$1\" : 0");
                return new Stored(name.group(1), name.group(2), payload);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @BeforeAll
    static void store() throws IOException {
        try (Stream<Path> files = Files.walk(APPROVED)) {
            corpus =
                    files.filter(Files::isRegularFile)
                            .filter(file -> file.getParent().endsWith("event"))
                            .sorted()
                            .map(Stored::of)
                            .toList();
        }
        program = CounterApplication.start(data);
        var sql = program.getBean(JdbcTemplate.class);
        for (int i = 0; i < corpus.size(); i++) {
            insert(sql, i + 1, corpus.get(i));
        }
        log = program.getBean(EventLog.class).read(Position.START, corpus.size());
    }

    private static void insert(JdbcTemplate sql, long position, Stored stored) {
        sql.update(
                "insert into event_log (log_position, aggregate_id, aggregate_sequence,"
                        + " aggregate_type, event_id, occurred_at, latest_at, payload_type,"
                        + " payload_revision, payload, metadata) values (?,?,?,?,?,?,?,?,?,?,?)",
                position,
                "golden-" + position,
                0,
                "Golden",
                "event-" + position,
                position,
                position,
                stored.type(),
                stored.revision(),
                stored.payload().getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void there_is_a_file_for_each_revision_of_each_event() {
        var expected = new TreeSet<String>();
        for (Class<?> event : program.getBean(EventTypes.class).all()) {
            if (event.getName().startsWith("dev.aiwm.contracts.")) {
                int newest = Integer.parseInt(event.getAnnotation(Revision.class).value());
                for (int revision = 1; revision <= newest; revision++) {
                    expected.add(event.getSimpleName() + " " + revision);
                }
            }
        }
        assertThat(corpus)
                .extracting(stored -> stored.type() + " " + stored.revision())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(corpus).anyMatch(stored -> !stored.revision().equals("1"));
    }

    @Test
    void each_is_read_as_the_event_that_it_is_today() {
        assertThat(log).hasSameSizeAs(corpus);
        for (int i = 0; i < corpus.size(); i++) {
            assertThat(log.get(i).payload().getClass().getSimpleName())
                    .isEqualTo(corpus.get(i).type());
        }
    }

    @Test
    void each_changes_the_state_that_it_is_about() {
        for (LoggedEvent logged : log) {
            Object event = logged.payload();
            if (event instanceof ResourceEvent change) {
                foldAllOpenings(ResourceCreated.class, ResourceFold::evolve, change);
            } else if (event instanceof NodeEvent change) {
                foldAllOpenings(NodeEnrolled.class, NodeFold::evolve, change);
            } else if (event instanceof ExecutionEvent change) {
                foldAllOpenings(ExecutionStarted.class, ExecutionFold::evolve, change);
            } else if (event instanceof BulkEvent change) {
                foldAllOpenings(BulkStarted.class, BulkFold::evolve, change);
            } else if (event instanceof ScheduleEvent change) {
                foldAllOpenings(ScheduleCreated.class, ScheduleFold::evolve, change);
            }
        }
    }

    private interface Evolution<S, E> {
        S evolve(S before, E event, EventFacts facts);
    }

    /** Behind the first event of each revision that it had. */
    private static <S, E, O extends E> void foldAllOpenings(
            Class<O> opening, Evolution<S, E> fold, E event) {
        long found = 0;
        for (LoggedEvent first : log) {
            if (opening.isInstance(first.payload())) {
                found++;
                S opened =
                        fold.evolve(
                                null,
                                opening.cast(first.payload()),
                                new EventFacts(0, Instant.EPOCH));
                S after = fold.evolve(opened, event, new EventFacts(1, Instant.EPOCH));
                assertThat(after).as("%s", event).isNotNull();
            }
        }
        assertThat(found).isPositive();
    }
}
