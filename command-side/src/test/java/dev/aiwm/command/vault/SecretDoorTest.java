package dev.aiwm.command.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.testing.SettableClock;
import dev.aiwm.command.testing.TestDatabases;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.web.problem.FieldError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SecretDoorTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final SecretStore store =
            new JdbcSecretStore(TestDatabases.sql("dev/aiwm/command/vault/schema"));
    private final Vault vault = new SealedVault(Seals.any(), store, SettableClock.atNoon());
    private final SecretDoor door = new SecretDoor(vault);

    private static ObjectNode config(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    private String revealed(String ref) {
        return new String(vault.reveal(SecretRef.of(ref)));
    }

    @Test
    void passwords_become_references_that_the_vault_knows_once_they_are_kept() {
        var config =
                config(
                        """
                        {"registryAuth": {"username": "u", "password": "p1"},
                         "cloudInit": {"password": "p2"}}
                        """);

        var admission = door.admit("r1", "0", config);

        String registry = config.at("/registryAuth/password").asString();
        String cloud = config.at("/cloudInit/password").asString();
        assertThat(config.toString()).doesNotContain("p1").doesNotContain("p2");
        assertThat(store.find(SecretRef.of(registry))).isEmpty();
        admission.keep();
        assertThat(revealed(registry)).isEqualTo("p1");
        assertThat(revealed(cloud)).isEqualTo("p2");
        admission.forget();
        assertThat(store.find(SecretRef.of(registry))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POSTGRES_PASSWORD", "PGPASSWORD", "HF_TOKEN", "AWS_SECRET_ACCESS_KEY", "api_key",
                "OPENAI_APIKEY", "TLS_PRIVATE_KEY", "DB_PASSWD", "DB_PWD", "GOOGLE_CREDENTIALS",
                "LICENSE_KEY", "KEY", "PGPASS", "DB_PASS", "aws_creds"
            })
    void variables_that_are_named_like_secrets_hold_secrets(String name) {
        var config = config("{\"environment\": {\"" + name + "\": \"marked\"}}");

        door.admit("r1", "0", config).keep();

        String ref = config.at("/environment/" + name + "/secretRef").asString();
        assertThat(revealed(ref)).isEqualTo("marked");
    }

    @Test
    void so_do_variables_that_are_marked_or_hold_an_address_with_a_password() {
        var config =
                config(
                        """
                        {"environment": {"A": {"value": "marked", "secret": true},
                                         "URL": "postgres://user:marked@host/db",
                                         "JDBC": "jdbc:postgresql://db/x?user=u&password=marked",
                                         "ODBC": "Server=db;Password=marked;",
                                         "SSH_PUBLIC_KEY": "shown", "BYPASS": "shown",
                                         "B": {"value": "plain", "secret": false},
                                         "C": 7, "D": true}}
                        """);

        door.admit("r1", "0", config).keep();

        assertThat(config.toString()).doesNotContain("marked");
        assertThat(config.at("/environment/B").asString()).isEqualTo("plain");
        assertThat(config.at("/environment/SSH_PUBLIC_KEY").asString()).isEqualTo("shown");
        assertThat(config.at("/environment/BYPASS").asString()).isEqualTo("shown");
        assertThat(config.at("/environment/C").asString()).isEqualTo("7");
        assertThat(config.at("/environment/D").asString()).isEqualTo("true");
        assertThat(revealed(config.at("/environment/A/secretRef").asString())).isEqualTo("marked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"cloudInit\": {\"password\": \"***\"}} | /config/cloudInit/password",
                "{\"cloudInit\": {\"password\": \"\"}} | /config/cloudInit/password",
                "{\"cloudInit\": {\"password\": {\"a\": 1}}} | /config/cloudInit/password",
                "{\"registryAuth\": {\"password\": 7}} | /config/registryAuth/password",
                "{\"environment\": {\"TOKEN\": \"***\"}} | /config/environment/TOKEN",
                "{\"environment\": {\"A\": {\"secretRef\": \"r2.0.0\"}}} | /config/environment/A",
                "{\"environment\": {\"A\": {\"value\": \"x\", \"mark\": 1}}} |"
                        + " /config/environment/A",
                "{\"environment\": {\"A\": []}} | /config/environment/A",
            })
    void masks_foreign_references_and_nonsense_are_refused(String json, String pointer) {
        var admission = door.admit("r1", "0", config(json));

        assertThat(admission.errors()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    @Test
    void in_a_patch_null_stays_null() {
        var config =
                config("{\"cloudInit\": {\"password\": null}, \"environment\": {\"A\": null}}");

        assertThat(door.admit("r1", "x", config).errors()).isEmpty();
        assertThat(config.at("/cloudInit/password").isNull()).isTrue();
        assertThat(config.at("/environment/A").isNull()).isTrue();
    }

    @Test
    void the_same_again_gets_the_same_references_and_another_change_gets_others() {
        String json = "{\"cloudInit\": {\"password\": \"p\"}}";
        var first = config(json);
        var again = config(json);
        var other = config(json);

        door.admit("r1", "0", first);
        door.admit("r1", "0", again);
        door.admit("r1", "1", other);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }
}
