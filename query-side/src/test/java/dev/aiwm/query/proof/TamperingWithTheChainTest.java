package dev.aiwm.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.CheckpointKeys;
import dev.aiwm.contracts.proof.Finding.Kind;
import dev.aiwm.contracts.proof.Link;
import dev.aiwm.contracts.proof.LogVerifier;
import dev.aiwm.contracts.proof.ProofLine;
import dev.aiwm.contracts.proof.Verification;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.lines.LineWriter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Someone who knows of the chain, or who has an export only. */
class TamperingWithTheChainTest {
    private static final int LINK = 96;

    @TempDir static Path data;
    private static ProvenLog log;
    private static List<String> export;

    @BeforeAll
    static void start() {
        log = new ProvenLog(data);
        export = log.export("");
    }

    @AfterAll
    static void stop() {
        log.close();
    }

    private static ProofLine parsed(String line) {
        return ProvenLog.JSON.readValue(line, ProofLine.class);
    }

    private static int lineOf(int checkpoint) {
        for (int i = 0; i < export.size(); i++) {
            if (parsed(export.get(i)) instanceof ProofLine.Sealed sealed
                    && sealed.checkpoint().number() == checkpoint) {
                return i;
            }
        }
        throw new AssertionError("no checkpoint " + checkpoint);
    }

    private static String withCheckpoint(Checkpoint checkpoint) {
        return ProvenLog.JSON.writeValueAsString(new ProofLine.Sealed(checkpoint));
    }

    private static Verification without(int... lines) {
        var left = new ArrayList<>(export);
        for (int i = lines.length - 1; i >= 0; i--) {
            left.remove(lines[i]);
        }
        return log.verifyElsewhere(left);
    }

    @Test
    void an_event_that_was_changed_along_with_its_hash_breaks_the_checkpoint() throws IOException {
        log.jdbc().update("update event_log set metadata = X'7B7D'" + " where log_position = 17");
        var changed = log.program().bean(EventLog.class).readStored(new Position(16), 1).get(0);
        byte[] before = writeHash(17, HexFormat.of().parseHex(Link.of(changed).hash()));
        try {
            var found = log.verify().finding();
            assertThat(found.kind()).isEqualTo(Kind.CHAIN_REWRITTEN);
            assertThat(found.position()).isEqualTo(11);
            assertThat(found.lastPosition()).isEqualTo(20);
        } finally {
            writeHash(17, before);
            log.restore();
        }
    }

    private static byte[] writeHash(long position, byte[] hash) throws IOException {
        try (var file = new RandomAccessFile(data.resolve("proof/links").toFile(), "rw")) {
            byte[] before = new byte[hash.length];
            file.seek((position - 1) * LINK);
            file.readFully(before);
            file.seek((position - 1) * LINK);
            file.write(hash);
            return before;
        }
    }

    @Test
    void a_checkpoint_of_another_key_is_not_believed() {
        var lines = new ArrayList<>(export);
        int place = lineOf(2);
        var forged =
                new SigningKey("another key of more than 32 characters")
                        .sign(((ProofLine.Sealed) parsed(lines.get(place))).checkpoint());
        lines.set(place, withCheckpoint(forged));
        assertThat(log.verifyElsewhere(lines).finding().kind()).isEqualTo(Kind.CHECKPOINT_FORGED);
    }

    @Test
    void an_unknown_key_is_not_believed_whatever_it_calls_itself() {
        var other = new SigningKey("another key of more than 32 characters");
        var verifier = new LogVerifier(new CheckpointKeys(List.of(other.publicKey())));
        export.forEach(line -> verifier.accept(parsed(line)));
        assertThat(verifier.result().finding().kind()).isEqualTo(Kind.CHECKPOINT_FORGED);
    }

    @Test
    void an_export_from_which_something_was_taken_says_so() {
        assertThat(without(lineOf(2)).finding().kind()).isEqualTo(Kind.CHECKPOINT_MISSING);
        assertThat(without(5).finding().kind()).isEqualTo(Kind.CHAIN_REWRITTEN);
        assertThat(without(5).finding().position()).isEqualTo(5);
        assertThat(without(export.size() - 1).finding().kind()).isEqualTo(Kind.CUT_TAIL);
        assertThat(without(export.size() - 2).finding().kind()).isEqualTo(Kind.CUT_TAIL);
    }

    @Test
    void checkpoints_that_were_kept_show_a_shorter_log_that_looks_whole() {
        var kept = ((ProofLine.Sealed) parsed(export.get(lineOf(3)))).checkpoint();
        var shorter = new ArrayList<>(export.subList(0, lineOf(2) + 1));
        shorter.add(ProvenLog.JSON.writeValueAsString(new ProofLine.End(20, 2)));
        assertThat(log.verifyElsewhere(shorter).intact()).isTrue();

        var verifier = new LogVerifier(log.keys()).against(List.of(kept));
        shorter.forEach(line -> verifier.accept(parsed(line)));
        assertThat(verifier.result().finding().kind()).isEqualTo(Kind.CUT_TAIL);
        assertThat(verifier.result().finding().position()).isEqualTo(21);
    }

    @Test
    void checkpoints_that_were_kept_show_a_log_that_was_signed_anew() {
        var real = ((ProofLine.Sealed) parsed(export.get(lineOf(1)))).checkpoint();
        var other =
                log.program()
                        .bean(ProofKeys.class)
                        .signing()
                        .sign(
                                new Checkpoint(
                                        1,
                                        1,
                                        10,
                                        Link.GENESIS,
                                        real.root(),
                                        real.at(),
                                        real.keyId(),
                                        ""));
        var verifier = new LogVerifier(log.keys()).against(List.of(other));
        export.forEach(line -> verifier.accept(parsed(line)));
        assertThat(verifier.result().finding().kind()).isEqualTo(Kind.CHAIN_REWRITTEN);
    }

    @Test
    void an_export_may_begin_behind_a_checkpoint() {
        var lines = log.export("?afterCheckpoint=2");
        var result = log.verifyElsewhere(lines);
        assertThat(result.intact()).isTrue();
        assertThat(result.events()).isEqualTo(16);
        assertThat(result.sealedTo()).isEqualTo(30);
        assertThat(log.program().getAs(log.admin(), "/api/audit/export?afterCheckpoint=9").status())
                .isEqualTo(404);
    }

    @Test
    void only_an_admin_may_see_the_whole_log() {
        for (String path : List.of("verify", "export", "checkpoints")) {
            assertThat(log.program().get("/api/audit/" + path).status()).isEqualTo(403);
        }
    }

    @Test
    void a_long_check_tells_how_far_it_is() {
        var answer =
                log.program().getAs(log.admin(), "/api/audit/verify", "Accept", LineWriter.LINES);
        var last = answer.response().body().lines().toList();
        assertThat(
                        ProvenLog.JSON
                                .readTree(last.get(last.size() - 1))
                                .at("/result/intact")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void checkpoints_are_listed_with_the_keys_that_prove_them() {
        var body = log.program().getAs(log.admin(), "/api/audit/checkpoints?after=1").body();
        assertThat(body.get("items")).hasSize(2);
        assertThat(body.get("last").asInt()).isEqualTo(3);
        assertThat(body.get("linkedTo").asInt()).isEqualTo(36);
        assertThat(body.get("publicKeys").get(0).asString()).isEqualTo(log.keys().texts().get(0));
    }

    @Test
    void the_key_is_for_its_owner_only() throws IOException {
        assertThat(Files.getPosixFilePermissions(data.resolve("proof-key")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
}
