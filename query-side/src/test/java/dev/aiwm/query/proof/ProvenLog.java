package dev.aiwm.query.proof;

import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;
import static dev.aiwm.query.Events.started;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.proof.CheckpointKeys;
import dev.aiwm.contracts.proof.LogVerifier;
import dev.aiwm.contracts.proof.ProofLine;
import dev.aiwm.contracts.proof.Verification;
import dev.aiwm.query.Program;

import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A log of 36 events with checkpoints at 10, 20 and 30, whose rows can be tampered with and put
 * back. The follower stands still, so that it does not take what was done for new events.
 */
final class ProvenLog implements AutoCloseable {
    static final int EVENTS = 36;
    static final int SEALED = 30;
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Program program;
    private final String admin;
    private final ResourceId first;
    private final List<Map<String, Object>> rows;

    ProvenLog(Path data) {
        program = Program.start(data, "aiwm.proof.checkpoint-events=10");
        admin = program.token(Program.ORG, "admin");
        first = append(EVENTS / 3);
        var follower = program.bean(ChainFollower.class);
        follower.stop();
        follower.follow();
        rows = jdbc().queryForList("select * from event_log order by log_position");
        assertThat(rows).hasSize(EVENTS);
    }

    private ResourceId append(int resources) {
        ResourceId made = null;
        for (int i = 0; i < resources; i++) {
            var id = ResourceId.random();
            program.happened(id, created(id, "r" + i), deploying(id), started(id));
            made = made == null ? id : made;
        }
        return made;
    }

    Program program() {
        return program;
    }

    String admin() {
        return admin;
    }

    ResourceId firstResource() {
        return first;
    }

    JdbcTemplate jdbc() {
        return program.bean(JdbcTemplate.class);
    }

    String eventAt(long position) {
        return (String) rows.get((int) position - 1).get("EVENT_ID");
    }

    /** The rows as they were. */
    void restore() {
        jdbc().update("delete from event_log");
        for (Map<String, Object> row : rows) {
            insert(row);
        }
    }

    void insert(Map<String, Object> row) {
        String columns = String.join(", ", row.keySet());
        String values = String.join(", ", row.values().stream().map(value -> "?").toList());
        jdbc().update(
                        "insert into event_log (" + columns + ") values (" + values + ")",
                        row.values().toArray());
    }

    Map<String, Object> row(long position) {
        return new LinkedHashMap<>(rows.get((int) position - 1));
    }

    void move(long from, long to) {
        jdbc().update("update event_log set log_position = ? where log_position = ?", to, from);
    }

    /** What the running program says. */
    Verification verify() {
        var answer = program.getAs(admin, "/api/audit/verify");
        assertThat(answer.status()).isEqualTo(200);
        return JSON.treeToValue(answer.body(), Verification.class);
    }

    List<String> export(String query) {
        var answer = program.send(program.request("/api/audit/export" + query, admin).GET());
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().body().lines().toList();
    }

    CheckpointKeys keys() {
        return program.bean(ProofKeys.class).believed();
    }

    /** What someone finds out who has the lines and the public key alone. */
    Verification verifyElsewhere(List<String> lines) {
        var verifier = new LogVerifier(keys());
        lines.forEach(line -> verifier.accept(JSON.readValue(line, ProofLine.class)));
        return verifier.result();
    }

    @Override
    public void close() {
        program.close();
    }
}
