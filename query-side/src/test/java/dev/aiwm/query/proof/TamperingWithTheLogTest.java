package dev.aiwm.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.proof.Finding;
import dev.aiwm.contracts.proof.Finding.Kind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/** Someone with access to the database of events. */
class TamperingWithTheLogTest {
    private static final long PLACE = 17;

    @TempDir static Path data;
    private static ProvenLog log;

    @BeforeAll
    static void start() {
        log = new ProvenLog(data);
    }

    @AfterAll
    static void stop() {
        log.close();
    }

    @AfterEach
    void putBack() {
        log.restore();
    }

    /** The program and someone with an export alone find the same. */
    private static void assertFound(Kind kind, long position, String eventId) {
        var here = log.verify();
        assertThat(here.intact()).isFalse();
        assertThat(here.finding())
                .extracting(Finding::kind, Finding::position, Finding::eventId)
                .containsExactly(kind, position, eventId);
        var elsewhere = log.verifyElsewhere(log.export(""));
        assertThat(elsewhere.finding()).isEqualTo(here.finding());
    }

    @Test
    void a_log_that_nobody_touched_is_intact() {
        var result = log.verify();
        assertThat(result.finding()).isNull();
        assertThat(result.intact()).isTrue();
        assertThat(result.events()).isEqualTo(ProvenLog.EVENTS);
        assertThat(result.sealedTo()).isEqualTo(ProvenLog.SEALED);
        assertThat(result.linkedTo()).isEqualTo(ProvenLog.EVENTS);
        assertThat(result.checkpoints()).isEqualTo(3);
        assertThat(log.verifyElsewhere(log.export(""))).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = X'7B7D'",
                "metadata = X'7B7D0A'",
                "occurred_at = occurred_at + 1",
                "payload_type = 'ResourceDeleted'",
                "payload_revision = '7'",
                "aggregate_type = null",
                "aggregate_sequence = aggregate_sequence + 100",
                "aggregate_id = 'another'"
            })
    void a_changed_event_is_named(String change) {
        log.jdbc().update("update event_log set " + change + " where log_position = " + PLACE);
        assertFound(Kind.CHANGED, PLACE, log.eventAt(PLACE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 36})
    void an_event_is_found_wherever_it_was_changed(long position) {
        log.jdbc()
                .update(
                        "update event_log set metadata = X'7B7D'"
                                + " where log_position = "
                                + position);
        assertFound(Kind.CHANGED, position, log.eventAt(position));
    }

    @Test
    void the_first_of_several_is_named() {
        log.jdbc()
                .update(
                        "update event_log set metadata = X'7B7D'"
                                + " where log_position in (9, 17, 21)");
        assertFound(Kind.CHANGED, 9, log.eventAt(9));
    }

    @Test
    void a_removed_event_is_named() {
        log.jdbc().update("delete from event_log where log_position = " + PLACE);
        assertFound(Kind.REMOVED, PLACE, log.eventAt(PLACE));
    }

    @Test
    void an_event_that_later_ones_closed_the_gap_of_is_named() {
        log.jdbc().update("delete from event_log where log_position = " + PLACE);
        for (long position = PLACE + 1; position <= ProvenLog.EVENTS; position++) {
            log.move(position, position - 1);
        }
        assertFound(Kind.REMOVED, PLACE, log.eventAt(PLACE));
    }

    @Test
    void an_inserted_event_is_named() {
        for (long position = ProvenLog.EVENTS; position >= PLACE; position--) {
            log.move(position, position + 1);
        }
        var row = log.row(PLACE);
        row.put("EVENT_ID", "never-happened");
        row.put("AGGREGATE_ID", "nobody");
        log.insert(row);
        assertFound(Kind.INSERTED, PLACE, "never-happened");
    }

    @Test
    void two_events_that_changed_places_are_named() {
        log.move(PLACE, 1_000);
        log.move(PLACE + 5, PLACE);
        log.move(1_000, PLACE + 5);
        assertFound(Kind.REORDERED, PLACE, log.eventAt(PLACE));
    }

    @Test
    void another_event_in_the_place_of_one_is_named() {
        log.jdbc()
                .update("update event_log set event_id = 'another' where log_position = " + PLACE);
        assertFound(Kind.REPLACED, PLACE, log.eventAt(PLACE));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 30, 35})
    void a_tail_that_was_cut_off_is_named(long last) {
        log.jdbc().update("delete from event_log where log_position > " + last);
        assertFound(Kind.CUT_TAIL, last + 1, log.eventAt(last + 1));
    }
}
