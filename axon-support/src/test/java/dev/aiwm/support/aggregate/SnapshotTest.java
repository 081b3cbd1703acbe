package dev.aiwm.support.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.file.Path;

class SnapshotTest {
    private static final int MOVES = 450;

    @TempDir Path data;

    @Test
    void a_snapshot_is_made_about_every_200_events_and_used() {
        int snapshotAt = moveUntilSnapshot();
        assertThat(snapshotAt).isBetween(190, MOVES);
        try (var program = CounterApplication.start(data)) {
            forgetEventsBefore(program, snapshotAt);
            assertThat(moveOnce(program)).isEqualTo(MOVES + 1);
        }
    }

    @Test
    void a_snapshot_of_another_revision_is_passed_over() {
        moveUntilSnapshot();
        try (var program = CounterApplication.start(data)) {
            program.getBean(JdbcTemplate.class)
                    .update(
                            "update snapshot set payload_revision = '1', payload = ?",
                            (Object) "{\"counterId\":\"one\",\"value\":77}".getBytes(UTF_8));
            assertThat(moveOnce(program)).isEqualTo(MOVES + 1);
        }
    }

    @Test
    void without_snapshots_everything_is_the_same() {
        moveUntilSnapshot();
        try (var program = CounterApplication.start(data)) {
            program.getBean(JdbcTemplate.class).update("delete from snapshot");
            assertThat(moveOnce(program)).isEqualTo(MOVES + 1);
        }
    }

    private int moveUntilSnapshot() {
        try (var program = CounterApplication.start(data)) {
            var commands = program.getBean(CommandGateway.class);
            commands.sendAndWait(new OpenCounter("one", ""));
            for (int i = 0; i < MOVES; i++) {
                commands.sendAndWait(new MoveCounter("one", 1));
            }
        }
        try (var program = CounterApplication.start(data)) {
            Integer sequence =
                    program.getBean(JdbcTemplate.class)
                            .queryForObject(
                                    "select max(aggregate_sequence) from snapshot", Integer.class);
            return sequence == null ? -1 : sequence;
        }
    }

    /** So that only the snapshot can know of them. */
    private static void forgetEventsBefore(ConfigurableApplicationContext program, int sequence) {
        program.getBean(JdbcTemplate.class)
                .update("delete from event_log where aggregate_sequence < ?", sequence);
    }

    private static int moveOnce(ConfigurableApplicationContext program) {
        return program.getBean(CommandGateway.class).sendAndWait(new MoveCounter("one", 1));
    }
}
