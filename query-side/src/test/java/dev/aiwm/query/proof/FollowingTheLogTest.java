package dev.aiwm.query.proof;

import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.query.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

class FollowingTheLogTest {
    private static final long PATIENCE = 30_000_000_000L;

    @TempDir Path data;

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static void happen(Program program) {
        var id = ResourceId.random();
        program.happened(id, created(id, "r"), deploying(id));
    }

    private static ProofStore store(Program program) {
        return program.bean(ProofStore.class);
    }

    @Test
    void the_chain_follows_by_itself_and_goes_on_after_a_restart() {
        try (var program = Program.start(data, "aiwm.proof.checkpoint-interval=1ms")) {
            happen(program);
            await(() -> store(program).covering(2).isPresent());
        }
        try (var program = Program.start(data, "aiwm.proof.checkpoint-interval=1h")) {
            happen(program);
            await(() -> store(program).linkedTo() == 4);
            int checkpoints = store(program).lastCheckpoint();
            var result = program.bean(Proofs.class).verify((position, last) -> {});
            assertThat(result.finding()).isNull();
            assertThat(result.sealedTo()).isEqualTo(2);
            assertThat(result.events()).isEqualTo(4);

            program.bean(ChainFollower.class).sealNow();
            assertThat(store(program).lastCheckpoint()).isEqualTo(checkpoints + 1);
            assertThat(program.bean(Proofs.class).verify((position, last) -> {}).sealedTo())
                    .isEqualTo(4);
        }
    }

    @Test
    void a_log_that_lost_its_tail_is_noticed_without_being_asked() {
        try (var program = Program.start(data)) {
            happen(program);
            await(() -> store(program).linkedTo() == 2);
            program.bean(JdbcTemplate.class).update("delete from event_log where log_position = 2");
            await(() -> program.bean(ChainFollower.class).fault() != null);
            assertThat(program.getAs(null, "/api/health").response().body())
                    .contains("the log ends at 1, but the chain knows events up to 2");
        }
    }

    @Test
    void without_a_key_only_the_embedded_set_up_starts() {
        var shared = new MockEnvironment().withProperty("aiwm.store", "jdbc");
        assertThatThrownBy(() -> ProofKeys.of(shared)).hasMessageContaining("AIWM_PROOF_KEY");
        assertThatThrownBy(() -> ProofKeys.of(shared.withProperty("aiwm.proof-key", "short")))
                .hasMessageContaining("at least 32 characters")
                .hasMessageNotContaining("short,");
    }

    @Test
    void the_first_of_several_keys_signs_and_all_are_believed() {
        String old = "the old key which has more than 32 characters";
        String fresh = "the new key which has more than 32 characters";
        var before = ProofKeys.of(new MockEnvironment().withProperty("aiwm.proof-key", old));
        var after =
                ProofKeys.of(
                        new MockEnvironment().withProperty("aiwm.proof-key", fresh + "," + old));
        var signedBefore = before.signing().sign(withKey(before));
        var signedAfter = after.signing().sign(withKey(after));
        assertThat(after.believed().believe(signedBefore)).isTrue();
        assertThat(after.believed().believe(signedAfter)).isTrue();
        assertThat(before.believed().believe(signedAfter)).isFalse();
    }

    private static Checkpoint withKey(ProofKeys keys) {
        var content = ProofStoreConformance.checkpoint(1);
        return new Checkpoint(
                content.number(),
                content.from(),
                content.to(),
                content.chain(),
                content.root(),
                content.at(),
                keys.signing().id(),
                "");
    }
}
