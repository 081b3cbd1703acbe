package dev.aiwm.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.proof.CheckpointKeys;
import dev.aiwm.contracts.proof.EventProof;
import dev.aiwm.contracts.proof.HistoryProof;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class ProvingAHistoryTest {
    @TempDir static Path data;
    private static ProvenLog log;

    @BeforeAll
    static void start() {
        log = new ProvenLog(data);
        log.program().settled();
    }

    @AfterAll
    static void stop() {
        log.close();
    }

    private static HistoryProof proofOf(ResourceId id) {
        var answer = log.program().get("/api/resources/" + id.value() + "/proof");
        assertThat(answer.status()).isEqualTo(200);
        return ProvenLog.JSON.treeToValue(answer.body(), HistoryProof.class);
    }

    @Test
    void every_event_of_a_resource_leads_to_a_signed_checkpoint() {
        var proof = proofOf(log.firstResource());
        assertThat(proof.events()).hasSize(3);
        assertThat(proof.events()).allMatch(event -> event.checkpoint() == 1);
        assertThat(proof.holds(log.keys())).isTrue();
    }

    @Test
    void a_history_that_was_touched_or_thinned_out_does_not_hold() {
        var proof = proofOf(log.firstResource());
        var events = proof.events();
        assertThat(with(proof, List.of(events.get(0), events.get(2))).holds(log.keys())).isFalse();
        var other =
                new EventProof(
                        events.get(1).event(), events.get(1).hash(), 1, events.get(2).path());
        assertThat(with(proof, List.of(events.get(0), other, events.get(2))).holds(log.keys()))
                .isFalse();
        var stranger = new SigningKey("another key of more than 32 characters");
        assertThat(proof.holds(new CheckpointKeys(List.of(stranger.publicKey())))).isFalse();
    }

    private static HistoryProof with(HistoryProof proof, List<EventProof> events) {
        return new HistoryProof(
                proof.aggregateId(), events, proof.checkpoints(), proof.publicKeys());
    }

    @Test
    void nobody_sees_the_history_of_what_is_not_theirs() {
        var stranger = log.program().token("another-org");
        assertThat(
                        log.program()
                                .getAs(
                                        stranger,
                                        "/api/resources/" + log.firstResource().value() + "/proof")
                                .status())
                .isEqualTo(404);
        assertThat(log.program().get("/api/resources/000000000000000000000000/proof").status())
                .isEqualTo(404);
    }
}
