package dev.aiwm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.session.Surroundings;
import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.CheckpointKeys;
import dev.aiwm.contracts.proof.EventProof;
import dev.aiwm.contracts.proof.HistoryProof;
import dev.aiwm.contracts.proof.Link;
import dev.aiwm.contracts.proof.MerkleTree;
import dev.aiwm.contracts.proof.ProofLine;
import dev.aiwm.contracts.proof.ProofLine.End;
import dev.aiwm.contracts.proof.ProofLine.Entry;
import dev.aiwm.contracts.proof.ProofLine.Head;
import dev.aiwm.contracts.proof.ProofLine.Sealed;
import dev.aiwm.contracts.proof.StoredEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Someone who has a file and no server, against someone who has changed the file. */
class VerifyingAnExportTest {
    private static final int EVENTS = 7;

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<ProofLine> lines = new ArrayList<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private KeyPair pair;
    private Checkpoint first;
    private Checkpoint second;

    @BeforeEach
    void export() throws GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        lines.add(new Head(Head.VERSION, "2026-01-01T00:00:00Z", null, List.of(publicKey(pair))));
        for (int position = 1; position <= EVENTS; position++) {
            events.add(event(position, "{\"n\":" + position + "}"));
            links.add(Link.of(events.get(position - 1)));
            lines.add(new Entry(links.get(position - 1), events.get(position - 1)));
            if (position == 4) {
                first = checkpoint(1, 1, 4);
                lines.add(new Sealed(first));
            }
        }
        second = checkpoint(2, 5, 6);
        lines.add(lineOf(EVENTS), new Sealed(second));
        lines.add(new End(EVENTS, 2));
    }

    private static StoredEvent event(long position, String payload) {
        return new StoredEvent(
                position,
                "event-" + position,
                "Resource",
                "web",
                position - 1,
                "2026-01-01T00:00:00Z",
                "ResourceRenamed",
                "1",
                payload,
                "{}");
    }

    private static String publicKey(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private Checkpoint checkpoint(int number, int from, int to) throws GeneralSecurityException {
        String chain = Link.GENESIS;
        for (Link link : links.subList(0, to)) {
            chain = link.chainAfter(chain);
        }
        var hashes = links.subList(from - 1, to).stream().map(Link::hash).toList();
        var unsigned =
                new Checkpoint(
                        number,
                        from,
                        to,
                        chain,
                        new MerkleTree(hashes).root(),
                        "2026-01-01T00:00:00Z",
                        CheckpointKeys.idOf(publicKey(pair)),
                        "");
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(unsigned.signedBytes());
        return unsigned.signed(Base64.getEncoder().encodeToString(signature.sign()));
    }

    private int verify(String... more) throws IOException {
        return verifyText(
                lines.stream()
                        .map(
                                line ->
                                        Json.MAPPER
                                                .writerFor(ProofLine.class)
                                                .writeValueAsString(line))
                        .collect(Collectors.joining("\n", "", "\n")),
                more);
    }

    private int verifyText(String text, String... more) throws IOException {
        var words = new ArrayList<>(List.of("verify", file(text)));
        words.addAll(List.of(more));
        var around =
                new Surroundings(
                        Map.of("AIWM_SERVER", "http://127.0.0.1:1"),
                        InputStream.nullInputStream(),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        false,
                        false,
                        false,
                        Clock.systemUTC());
        return Main.run(around, words.toArray(String[]::new));
    }

    private String file(String text) throws IOException {
        var file = Files.createTempFile(folder, "kept", ".json");
        return Files.writeString(file, text).toString();
    }

    /** Where the entry of a position stands. */
    private int lineOf(int position) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Entry entry && entry.link().position() == position) {
                return i;
            }
        }
        throw new AssertionError("no entry of " + position);
    }

    private void stands(int position, StoredEvent event) {
        lines.set(lineOf(position), new Entry(links.get(position - 1), event));
    }

    private void assertFound(String kind, int position, String event) throws IOException {
        assertThat(verify()).isEqualTo(1);
        assertThat(err.toString()).contains(kind + " at position " + position).contains(event);
    }

    @Test
    void what_nobody_touched_is_intact_without_a_server() throws IOException {
        assertThat(verify("--key", publicKey(pair))).isZero();
        assertThat(out.toString())
                .contains("the log is intact: 7 events, 2 signed checkpoints up to position 6");
        assertThat(err.toString()).isEmpty();
        assertThat(verify()).isZero();
        assertThat(err.toString()).contains("--key");
    }

    @Test
    void a_changed_event_is_named() throws IOException {
        stands(3, event(3, "{\"n\":33}"));
        assertFound("changed", 3, "event-3");
    }

    @Test
    void a_removed_event_is_named() throws IOException {
        stands(3, null);
        assertFound("removed", 3, "event-3");
    }

    @Test
    void a_line_that_was_taken_out_shows() throws IOException {
        lines.remove(lineOf(3));
        assertFound("chain-rewritten", 3, "");
    }

    @Test
    void events_that_changed_places_are_named() throws IOException {
        stands(2, events.get(2));
        stands(3, events.get(1));
        assertFound("reordered", 2, "event-2");
    }

    @Test
    void an_inserted_event_is_named() throws IOException {
        stands(5, event(99, "{}"));
        stands(6, events.get(4));
        stands(7, events.get(5));
        assertFound("inserted", 5, "event-99");
    }

    @Test
    void a_tail_that_was_cut_off_shows_wherever_it_was_cut() throws IOException {
        lines.remove(lines.size() - 1);
        assertFound("cut-tail", 8, "");
        lines.remove(lineOf(7));
        assertFound("cut-tail", 7, "");
        lines.add(new End(6, 2));
        assertThat(verify()).isZero();
        var kept = Json.object();
        kept.putArray("items").add(Json.tree(first)).add(Json.tree(second));
        lines.removeIf(line -> line instanceof End || line.equals(new Sealed(second)));
        lines.add(new End(6, 1));
        assertThat(verify()).as("nothing in the file tells").isZero();
        err.getBuffer().setLength(0);
        assertThat(verify("--checkpoints", file(kept.toString()))).isEqualTo(1);
        assertThat(err.toString()).contains("checkpoint 2 was kept and is not there");
    }

    @Test
    void a_download_that_broke_off_within_a_line_is_a_cut_tail() throws IOException {
        var head = Json.MAPPER.writerFor(ProofLine.class).writeValueAsString(lines.get(0));
        assertThat(verifyText(head + "\n{\"type\":\"entry\",\"li")).isEqualTo(1);
        assertThat(err.toString()).contains("cut-tail").contains("the export has no end");
    }

    @Test
    void hashes_that_were_changed_along_need_a_key_that_nobody_believes() throws Exception {
        assertThat(
                        verify(
                                "--key",
                                publicKey(
                                        KeyPairGenerator.getInstance("Ed25519").generateKeyPair())))
                .isEqualTo(1);
        assertThat(err.toString()).contains("checkpoint-forged");
    }

    @Test
    void what_is_no_export_is_not_taken_for_one() throws IOException {
        assertThat(verifyText("")).isEqualTo(1);
        assertThat(verifyText("hello\n")).isEqualTo(1);
        assertThat(verifyText("{\"type\":\"end\",\"linkedTo\":0,\"checkpoints\":0}\n"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("aiwm audit export");
    }

    @Test
    void the_history_of_one_resource_is_checked_too() throws IOException {
        var tree = new MerkleTree(links.subList(0, 4).stream().map(Link::hash).toList());
        var proofs = new ArrayList<EventProof>();
        for (int i = 0; i < 4; i++) {
            proofs.add(new EventProof(events.get(i), links.get(i).hash(), 1, tree.pathOf(i)));
        }
        assertThat(verifyText(text(proofs))).isZero();
        assertThat(verifyText(Json.tree(history(proofs)).toPrettyString())).isZero();

        proofs.set(2, new EventProof(event(3, "{}"), links.get(2).hash(), 1, tree.pathOf(2)));
        assertThat(verifyText(text(proofs))).isEqualTo(1);
        assertThat(err.toString()).contains("event event-3 at position 3");
        proofs.remove(2);
        assertThat(verifyText(text(proofs))).isEqualTo(1);
        assertThat(err.toString()).contains("event event-4 at position 4");
    }

    private HistoryProof history(List<EventProof> proofs) {
        return new HistoryProof("web", proofs, List.of(first), List.of(publicKey(pair)));
    }

    private String text(List<EventProof> proofs) {
        return Json.tree(history(proofs)).toString();
    }
}
