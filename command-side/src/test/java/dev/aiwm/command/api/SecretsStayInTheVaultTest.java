package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.vault.Vault;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sends marked secrets through every door and looks for them everywhere. */
class SecretsStayInTheVaultTest extends RestTest {
    private static final String MARK = "MARKED-5ecret";
    private final List<String> answers = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PrintStream console;

    @BeforeEach
    void listen() {
        console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(console);
    }

    private Rest.Answer said(Rest.Answer answer) {
        answers.add(answer.raw().headers().map() + "\n" + answer.body());
        return answer;
    }

    private static String machine(String name, String password) {
        return Rest.example("createResource.request.ubuntu-vm")
                .replace("\"nodeId\": \"" + Rest.EXAMPLE_NODE + "\",", "")
                .replace("GPU-0", "GPU-1")
                .replace("Dev VM Ubuntu 22.04", name)
                .replace("192.168.100.10", "192.168.100.77")
                .replace("initial-password-123", password);
    }

    private static String everyKind(String name, String mark) {
        return Rest.container(
                name,
                """
                , "registryAuth": {"username": "u", "password": "%1$s-registry"},
                  "environment": {"DB_PASSWORD": "%1$s-named",
                                  "PLAIN": {"value": "%1$s-marked", "secret": true},
                                  "URL": "amqp://u:%1$s-address@host"}
                """
                        .formatted(mark));
    }

    @Test
    void no_secret_is_found_outside_of_it() {
        String container =
                said(rest.post("/api/resources", everyKind("auto-all", MARK), "Prefer", "wait=30"))
                        .expect(201)
                        .at("/_id");
        String node =
                said(rest.post(
                                "/api/resources",
                                machine("auto-vm", MARK + "-vm"),
                                "Idempotency-Key",
                                "s"))
                        .expect(201)
                        .at("/nodeId");
        said(rest.post("/api/resources", machine("auto-vm", MARK + "-vm"), "Idempotency-Key", "s"))
                .expect(201);
        said(rest.post("/api/resources", machine("auto-vm", MARK + "-x"), "Idempotency-Key", "s"))
                .expect(422);
        said(rest.post("/api/resources/" + container + "/stop", "{}", "Prefer", "wait=30"))
                .expect(200);
        said(rest.patch(
                        "/api/resources/" + container,
                        "{\"config\":{\"environment\":{\"API_KEY\":\"" + MARK + "-p\"}}}"))
                .expect(200);
        refusals(container, node);
        said(rest.get("/metrics"));
        said(rest.get("/api/health"));

        assertThat(answers).noneMatch(answer -> answer.contains(MARK));
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(MARK);
        for (LoggedEvent event : rest.bean(EventLog.class).read(Position.START, 10_000)) {
            assertThat(String.valueOf(event.payload())).doesNotContain(MARK);
            assertThat(String.valueOf(event.metadata())).doesNotContain(MARK);
        }
        rest.bean(JdbcTemplate.class).execute("checkpoint");
        assertThat(filesWith(MARK)).isEmpty();
        assertThat(filesWith("auto-all")).isNotEmpty();
    }

    /** Requests that are refused, each at another place. */
    private void refusals(String container, String taken) {
        said(rest.post("/api/resources", machine("bad", MARK).replace("\"vcpus\": 8", "\"v\": 8")))
                .expect(400);
        said(rest.post("/api/resources", machine("bad", MARK).replace(": 8,", ": " + MARK + ",")))
                .expect(400);
        said(rest.post("/api/resources", machine("bad", MARK).replace("100,", "\"" + MARK + "\",")))
                .expect(400);
        said(rest.post(
                        "/api/resources",
                        machine("bad", MARK).replace("\"static\"", "\"" + MARK + "\"")))
                .expect(400);
        String late = machine("late", MARK).replaceFirst("\\{", "{\"nodeId\": \"" + taken + "\",");
        said(rest.post("/api/resources", late)).expect(409);
        said(rest.patch(
                        "/api/resources/" + container,
                        "{\"config\":{\"registryAuth\":{\"password\":[\"" + MARK + "\"]}}}"))
                .expect(400);
        said(rest.as(
                        null,
                        "POST",
                        "/api/auth/login",
                        "{\"username\":\"admin\",\"password\":\"" + MARK + "\"}"))
                .expect(401);
        said(rest.as(null, "GET", "/metrics", null, "Authorization", "Bearer " + MARK)).expect(401);
    }

    private static List<Path> filesWith(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).filter(file -> holds(file, wanted)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return content.contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_patch_keeps_replaces_and_deletes_secrets() {
        String id =
                rest.post("/api/resources", everyKind("auto-patched", "one"), "Prefer", "wait=30")
                        .expect(201)
                        .at("/_id");
        String path = "/api/resources/" + id;
        rest.post(path + "/stop", "{}", "Prefer", "wait=30").expect(200);

        rest.patch(
                        path,
                        """
                        {"config": {"imageTag": "1.28",
                                    "registryAuth": {"password": "two-registry"},
                                    "environment": {"DB_PASSWORD": null}}}
                        """)
                .expect(200);

        assertThat(secrets(id))
                .containsExactlyInAnyOrder(
                        "two-registry", "one-marked", "amqp://u:one-address@host");
        rest.patch(path, "{\"config\":{\"registryAuth\":{\"password\":\"***\"}}}").expect(400);
        rest.patch(path, "{\"config\":{\"registryAuth\":{\"password\":null}}}").expect(200);
        assertThat(secrets(id)).doesNotContain("two-registry");
        assertThat(
                        rest.patch(path, "{\"name\":\"auto-p\"}")
                                .expect(200)
                                .at("/config/environment/URL"))
                .isEqualTo("***");
    }

    private static List<String> secrets(String id) {
        ResourceState state = rest.bean(KnownResources.class).find(ResourceId.of(id)).orElseThrow();
        return state.config().secrets().stream()
                .map((SecretRef ref) -> new String(rest.bean(Vault.class).reveal(ref)))
                .toList();
    }
}
