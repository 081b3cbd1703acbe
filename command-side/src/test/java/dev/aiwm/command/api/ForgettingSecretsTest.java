package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A secret lives as long as what it was given for, and not longer. */
class ForgettingSecretsTest extends RestTest {
    private static final String WITH_SECRETS =
            """
            , "registryAuth": {"username": "u", "password": "p"},
              "environment": {"DB_PASSWORD": "s"}
            """;

    private static List<String> kept() {
        return rest.bean(JdbcTemplate.class)
                .queryForList("select secret_ref from vault_secret", String.class);
    }

    private static List<String> keptFor(String owner) {
        return kept().stream().filter(ref -> ref.startsWith(owner + ".")).toList();
    }

    /** Forgetting follows the event of the change, which follows the answer. */
    private static List<String> awaitKeptFor(String owner, Predicate<List<String>> wanted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!wanted.test(keptFor(owner)) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return keptFor(owner);
    }

    private static String create(String name) {
        String body = Rest.container(name, WITH_SECRETS);
        return rest.post("/api/resources", body, "Prefer", "wait=30").expect(201).at("/_id");
    }

    @Test
    void they_go_with_their_owner() {
        String id = create("auto-goes");
        assertThat(keptFor(id)).hasSize(2);

        rest.delete("/api/resources/" + id, "Prefer", "wait=30").expect(200);

        assertThat(awaitKeptFor(id, List::isEmpty)).isEmpty();
    }

    @Test
    void a_replaced_one_goes_and_the_others_stay() {
        String id = create("auto-replaced");
        rest.post("/api/resources/" + id + "/stop", "{}", "Prefer", "wait=30").expect(200);
        List<String> before = keptFor(id);

        rest.patch(
                        "/api/resources/" + id,
                        "{\"config\": {\"environment\": {\"DB_PASSWORD\": \"t\"}}}")
                .expect(200);

        List<String> after = awaitKeptFor(id, refs -> refs.size() == 2);
        assertThat(after).hasSize(2).containsAnyElementsOf(before);
        assertThat(before).as("the replaced one").anyMatch(ref -> !after.contains(ref));
    }

    @Test
    void those_of_a_refused_request_are_not_kept() {
        String taken = create("auto-first");
        List<String> before = kept();

        rest.post(
                        "/api/resources",
                        Rest.container("auto-big", WITH_SECRETS + ", \"cpuCores\": 999"))
                .expect(409);
        rest.post("/api/resources", Rest.container("auto-typo", WITH_SECRETS + ", \"typo\": 1"))
                .expect(400);
        rest.patch(
                        "/api/resources/" + taken,
                        "{\"config\": {\"environment\": {\"DB_PASSWORD\": \"t\"}}}",
                        "If-Match",
                        "\"9999\"")
                .expect(412);
        rest.patch(
                        "/api/resources/" + taken,
                        "{\"config\": {\"environment\": {\"DB_PASSWORD\": \"t\"}}}")
                .expect(409);

        assertThat(kept()).containsExactlyInAnyOrderElementsOf(before);
    }
}
