package dev.aiwm.command.idempotency;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Keyed requests in the same database as the events. */
final class JdbcKeyStore implements KeyStore {
    private static final String COLUMNS =
            "caller, request_key, fingerprint, resource_id, execution_id, holder, held_until,"
                    + " created_at, answer";
    private final JdbcTemplate jdbc;

    JdbcKeyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(KeyedRequest request) {
        try {
            jdbc.update(
                    "insert into idempotency_key (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,null)",
                    request.caller(),
                    request.key(),
                    request.fingerprint(),
                    request.resourceId().value(),
                    request.executionId().value(),
                    request.holder(),
                    request.heldUntil().toEpochMilli(),
                    request.createdAt().toEpochMilli());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public Optional<KeyedRequest> find(String caller, String key) {
        return jdbc
                .query(
                        "select "
                                + COLUMNS
                                + " from idempotency_key where caller = ? and request_key = ?",
                        (row, number) -> read(row),
                        caller,
                        key)
                .stream()
                .findFirst();
    }

    private static KeyedRequest read(ResultSet row) throws SQLException {
        return new KeyedRequest(
                row.getString("caller"),
                row.getString("request_key"),
                row.getString("fingerprint"),
                ResourceId.of(row.getString("resource_id")),
                ExecutionId.of(row.getString("execution_id")),
                row.getString("holder"),
                Instant.ofEpochMilli(row.getLong("held_until")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getBytes("answer"));
    }

    @Override
    public boolean takeOver(KeyedRequest seen, String holder, Instant heldUntil) {
        return jdbc.update(
                        "update idempotency_key set holder = ?, held_until = ? where caller = ?"
                                + " and request_key = ? and held_until = ? and answer is null",
                        holder,
                        heldUntil.toEpochMilli(),
                        seen.caller(),
                        seen.key(),
                        seen.heldUntil().toEpochMilli())
                == 1;
    }

    @Override
    public void prolong(String holder, Instant since, Instant heldUntil) {
        jdbc.update(
                "update idempotency_key set held_until = ? where created_at >= ? and holder = ?"
                        + " and held_until > 0 and answer is null",
                heldUntil.toEpochMilli(),
                since.toEpochMilli(),
                holder);
    }

    @Override
    public void answer(String caller, String key, byte[] answer) {
        jdbc.update(
                "update idempotency_key set answer = ?, holder = null where caller = ?"
                        + " and request_key = ?",
                answer,
                caller,
                key);
    }

    @Override
    public void letGo(String caller, String key) {
        jdbc.update(
                "update idempotency_key set held_until = 0 where caller = ? and request_key = ?"
                        + " and answer is null",
                caller,
                key);
    }

    @Override
    public void remove(String caller, String key) {
        jdbc.update(
                "delete from idempotency_key where caller = ? and request_key = ?", caller, key);
    }

    @Override
    public void removeOlderThan(Instant instant) {
        jdbc.update("delete from idempotency_key where created_at < ?", instant.toEpochMilli());
    }
}
