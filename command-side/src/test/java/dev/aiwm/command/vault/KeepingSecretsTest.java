package dev.aiwm.command.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.command.testing.SettableClock;
import dev.aiwm.command.testing.TestDatabases;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.web.defaults.WrongSetting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class KeepingSecretsTest {
    private static final String OLD = "an-old-master-key-of-more-than-32-characters";
    private static final String NEW = "a-new-master-key-of-more-than-32-characters!";

    private final JdbcTemplate jdbc = TestDatabases.sql("dev/aiwm/command/vault/schema");
    private final SecretStore store = new JdbcSecretStore(jdbc);

    private Vault vault(String... masterKeys) {
        return new SealedVault(new Seal(List.of(masterKeys)), store, SettableClock.atNoon());
    }

    @Test
    void a_secret_comes_out_as_it_went_in() {
        var vault = vault(NEW);

        SecretRef ref = vault.put("r1", "/config/x", "pässwörd \uD83D\uDD11".toCharArray());

        assertThat(ref.value()).startsWith("r1.").doesNotContain("pässwörd");
        assertThat(vault.reveal(ref)).containsExactly("pässwörd \uD83D\uDD11".toCharArray());
    }

    @Test
    void what_is_stored_does_not_show_it() {
        vault(NEW).put("r1", "/config/x", "marked-secret".toCharArray());

        byte[] stored = jdbc.queryForObject("select sealed from vault_secret", byte[].class);

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("marked");
    }

    @Test
    void a_secret_opens_only_under_its_own_reference_and_owner() {
        var vault = vault(NEW);
        SecretRef ref = vault.put("r1", "/config/x", "s".toCharArray());

        jdbc.update("update vault_secret set owner_id = 'r2'");
        assertThatThrownBy(() -> vault.reveal(ref)).isInstanceOf(IllegalStateException.class);
        jdbc.update("update vault_secret set owner_id = 'r1', secret_ref = 'r1.other'");
        assertThatThrownBy(() -> vault.reveal(SecretRef.of("r1.other")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_rotated_key_still_opens_what_it_closed() {
        SecretRef old = vault(OLD).put("r1", "a", "old".toCharArray());
        var rotated = vault(NEW, OLD);
        SecretRef fresh = rotated.put("r1", "b", "new".toCharArray());

        assertThat(rotated.reveal(old)).containsExactly("old".toCharArray());
        assertThat(vault(NEW).reveal(fresh)).containsExactly("new".toCharArray());
        assertThatThrownBy(() -> vault(NEW).reveal(old)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_deleted_is_gone() {
        var vault = vault(NEW);
        SecretRef ref = vault.put("r1", "a", "s".toCharArray());
        vault.delete(ref);
        vault.delete(ref);
        assertThatThrownBy(() -> vault.reveal(ref)).isInstanceOf(Rejection.class);
    }

    @Test
    void the_embedded_set_up_makes_a_key_for_itself(@TempDir Path data) throws IOException {
        var environment = new MockEnvironment().withProperty("aiwm.data", data.toString());

        var made = MasterKeys.of(environment);

        assertThat(MasterKeys.of(environment)).isEqualTo(made);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("master-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void others_do_not_start_without_a_key(@TempDir Path data) {
        for (String store : new String[] {"jdbc", "axonserver"}) {
            var environment =
                    new MockEnvironment()
                            .withProperty("aiwm.store", store)
                            .withProperty("aiwm.data", data.toString());
            assertThatThrownBy(() -> MasterKeys.of(environment))
                    .isInstanceOf(WrongSetting.class)
                    .hasMessageContaining("AIWM_MASTER_KEY");
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_key_comes_from_a_file_or_the_environment_and_is_long(@TempDir Path data)
            throws IOException {
        Path file = Files.writeString(data.resolve("key"), NEW + "," + OLD + "\n");

        assertThat(
                        MasterKeys.of(
                                new MockEnvironment()
                                        .withProperty("aiwm.master-key-file", file.toString())))
                .containsExactly(NEW, OLD);
        assertThat(MasterKeys.of(new MockEnvironment().withProperty("aiwm.master-key", NEW)))
                .containsExactly(NEW);
        assertThatThrownBy(
                        () ->
                                MasterKeys.of(
                                        new MockEnvironment()
                                                .withProperty("aiwm.master-key", "short")))
                .hasMessageNotContaining("short" + "\"")
                .isInstanceOf(IllegalStateException.class);
    }
}
