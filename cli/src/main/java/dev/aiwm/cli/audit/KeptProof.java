package dev.aiwm.cli.audit;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.CheckpointKeys;
import dev.aiwm.contracts.proof.EventProof;
import dev.aiwm.contracts.proof.HistoryProof;
import dev.aiwm.contracts.proof.LogVerifier;
import dev.aiwm.contracts.proof.ProofLine;
import dev.aiwm.contracts.proof.ProofLine.Head;
import dev.aiwm.contracts.proof.Verification;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was exported, checked without any server: the whole log, or the history of one resource. */
final class KeptProof {
    private final BufferedReader reader;
    private final String first;
    private long line = 1;

    private List<String> keys;
    private List<Checkpoint> checkpoints = List.of();

    /** Reads its beginning. */
    KeptProof(BufferedReader reader) throws IOException {
        this.reader = reader;
        this.first = reader.readLine();
    }

    /** Believes these keys instead of those that the export names. */
    KeptProof believing(List<String> texts) {
        keys = texts;
        return this;
    }

    /** Compares with these checkpoints, which were kept elsewhere. */
    KeptProof against(List<Checkpoint> kept) {
        checkpoints = kept;
        return this;
    }

    boolean isOfHistory() {
        return first != null && first.startsWith("{") && parsed(first) == null;
    }

    Verification ofLog() throws IOException {
        ProofLine start = first == null ? null : parsed(first);
        if (!(start instanceof Head head)) {
            throw unreadable("it does not begin as an export does", null);
        }
        var verifier = new LogVerifier(keys(head.publicKeys())).against(checkpoints);
        try {
            verifier.accept(head);
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                ProofLine next = parsed(text);
                if (next == null && reader.readLine() == null) {
                    // the last line was cut; that there is no end tells it
                    break;
                }
                if (next == null) {
                    throw unreadable("line " + line + " is none of an export", null);
                }
                verifier.accept(next);
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(e.getMessage(), e);
        }
        return verifier.result();
    }

    /** Of one resource: the first event that does not stand up to the keys. */
    Optional<EventProof> ofHistory() throws IOException {
        try {
            var text = first + reader.lines().collect(Collectors.joining("\n", "\n", ""));
            var proof = Json.MAPPER.readValue(text, HistoryProof.class);
            return proof.firstDoubtful(keys(proof.publicKeys()));
        } catch (JacksonException e) {
            throw unreadable("it is no proof of a history", e);
        }
    }

    private CheckpointKeys keys(List<String> named) {
        try {
            return new CheckpointKeys(keys == null ? named : keys);
        } catch (IllegalArgumentException e) {
            throw Trouble.usage(
                    e.getMessage(), "a key is X.509 in Base64, as `aiwm audit checkpoints` has it");
        }
    }

    /** The checkpoints of what {@code aiwm audit checkpoints} wrote. */
    static List<Checkpoint> checkpoints(String text) {
        try {
            var kept = new ArrayList<Checkpoint>();
            for (JsonNode item : Json.MAPPER.readTree(text).path("items")) {
                kept.add(Json.MAPPER.treeToValue(item, Checkpoint.class));
            }
            return kept;
        } catch (JacksonException e) {
            throw unreadable("there are no checkpoints in it", e);
        }
    }

    /** The line, or null when it is none. */
    private static ProofLine parsed(String text) {
        try {
            return Json.MAPPER.readValue(text, ProofLine.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Trouble unreadable(String why, Exception cause) {
        var trouble =
                new Trouble(
                        ExitCode.FAILED,
                        why,
                        "exports are made by: aiwm audit export, and aiwm audit proof RESOURCE");
        if (cause != null) {
            trouble.initCause(cause);
        }
        return trouble;
    }
}
