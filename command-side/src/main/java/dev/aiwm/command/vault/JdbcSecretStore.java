package dev.aiwm.command.vault;

import dev.aiwm.contracts.SecretRef;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Secrets in the same database as the events. */
final class JdbcSecretStore implements SecretStore {
    private final JdbcTemplate jdbc;

    JdbcSecretStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Sealed secret) {
        try {
            jdbc.update(
                    "insert into vault_secret (secret_ref, owner_id, secret_name, sealed,"
                            + " created_at) values (?, ?, ?, ?, ?)",
                    secret.ref().value(),
                    secret.ownerId(),
                    secret.name(),
                    secret.content(),
                    secret.createdAt().toEpochMilli());
        } catch (DuplicateKeyException e) {
            return;
        }
    }

    @Override
    public Optional<Sealed> find(SecretRef ref) {
        return jdbc
                .query(
                        "select owner_id, secret_name, sealed, created_at from vault_secret"
                                + " where secret_ref = ?",
                        (row, number) ->
                                new Sealed(
                                        ref,
                                        row.getString(1),
                                        row.getString(2),
                                        row.getBytes(3),
                                        Instant.ofEpochMilli(row.getLong(4))),
                        ref.value())
                .stream()
                .findFirst();
    }

    @Override
    public void remove(SecretRef ref) {
        jdbc.update("delete from vault_secret where secret_ref = ?", ref.value());
    }

    @Override
    public void removeAllOf(String ownerId) {
        jdbc.update("delete from vault_secret where owner_id = ?", ownerId);
    }

    @Override
    public void removeOthers(String ownerId, Collection<SecretRef> kept, Instant before) {
        List<String> found =
                jdbc.queryForList(
                        "select secret_ref from vault_secret where owner_id = ? and created_at < ?",
                        String.class,
                        ownerId,
                        before.toEpochMilli());
        found.stream().map(SecretRef::of).filter(ref -> !kept.contains(ref)).forEach(this::remove);
    }

    @Override
    public List<String> ownersBefore(Instant instant) {
        return jdbc.queryForList(
                "select distinct owner_id from vault_secret where created_at < ?",
                String.class,
                instant.toEpochMilli());
    }
}
