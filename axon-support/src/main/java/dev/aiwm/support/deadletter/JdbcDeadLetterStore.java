package dev.aiwm.support.deadletter;

import dev.aiwm.support.log.Position;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dead letters in the same database as events, sagas and tokens, and in their transactions. */
public final class JdbcDeadLetterStore implements DeadLetterStore {
    private static final String BETWEEN = "\n";
    private static final String SELECT =
            "select letter_id, processor_name, log_position, event_id, event_type, aggregate_id,"
                    + " concerns, parked_at, attempts, tried_at, cause from parked_event";
    private static final RowMapper<DeadLetter> MAPPER = (row, number) -> letter(row);

    private final JdbcTemplate jdbc;

    public JdbcDeadLetterStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(DeadLetter letter) {
        Long triedAt = letter.triedAt() == null ? null : letter.triedAt().toEpochMilli();
        int known =
                jdbc.update(
                        "update parked_event set attempts = ?, tried_at = ?, cause = ?"
                                + " where letter_id = ?",
                        statement -> {
                            statement.setInt(1, letter.attempts());
                            statement.setObject(2, triedAt, Types.BIGINT);
                            statement.setString(3, letter.cause());
                            statement.setString(4, letter.id());
                        });
        if (known == 0) {
            insert(letter, triedAt);
        }
    }

    private void insert(DeadLetter letter, Long triedAt) {
        jdbc.update(
                "insert into parked_event (letter_id, processor_name, log_position, event_id,"
                        + " event_type, aggregate_id, concerns, parked_at, attempts, tried_at,"
                        + " cause) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setString(1, letter.id());
                    statement.setString(2, letter.processor());
                    statement.setLong(3, letter.position().value());
                    statement.setString(4, letter.eventId());
                    statement.setString(5, letter.eventType());
                    statement.setString(6, letter.aggregateId());
                    statement.setString(7, String.join(BETWEEN, letter.concerns()));
                    statement.setLong(8, letter.parkedAt().toEpochMilli());
                    statement.setInt(9, letter.attempts());
                    statement.setObject(10, triedAt, Types.BIGINT);
                    statement.setString(11, letter.cause());
                });
    }

    @Override
    public void remove(String id) {
        jdbc.update("delete from parked_event where letter_id = ?", id);
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return jdbc.query(SELECT + " where letter_id = ?", MAPPER, id).stream().findFirst();
    }

    @Override
    public List<DeadLetter> of(String processor) {
        return jdbc.query(
                SELECT + " where processor_name = ? order by log_position", MAPPER, processor);
    }

    @Override
    public List<DeadLetter> all() {
        return jdbc.query(SELECT + " order by log_position, letter_id", MAPPER);
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        long triedAt = row.getLong(10);
        boolean tried = !row.wasNull();
        return new DeadLetter(
                row.getString(1),
                row.getString(2),
                new Position(row.getLong(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Set.of(row.getString(7).split(BETWEEN, -1)),
                Instant.ofEpochMilli(row.getLong(8)),
                row.getInt(9),
                tried ? Instant.ofEpochMilli(triedAt) : null,
                row.getString(11));
    }
}
