package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.node.event.NodeRenamed;
import dev.aiwm.web.identity.Caller;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

class DeadLettersOverRestTest {
    private static final String LETTERS = "/api/admin/dead-letters";

    @TempDir Path data;
    private Rest rest;

    /** Does not like names that start with "bad", unless told to. */
    @ProcessingGroup("when-renamed")
    @DisallowReplay
    static class WhenRenamed {
        private final List<String> names = new CopyOnWriteArrayList<>();
        private volatile boolean patient;

        @EventHandler
        void react(NodeRenamed event) {
            if (event.name().startsWith("bad") && !patient) {
                throw new IllegalStateException("a bad name");
            }
            names.add(event.name());
        }
    }

    @BeforeEach
    void start() {
        rest = Rest.start(data, WhenRenamed.class);
        for (String node : List.of("one", "two")) {
            rest.post("/api/nodes", "{\"nodeId\":\"" + node + "\",\"name\":\"" + node + "\"}");
        }
    }

    @AfterEach
    void stop() {
        rest.close();
    }

    private void rename(String node, String name) {
        rest.patch("/api/nodes/" + node, "{\"name\":\"" + name + "\"}").expect(200);
    }

    private JsonNode await(Predicate<JsonNode> wanted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        JsonNode found = rest.get(LETTERS).expect(200).json();
        while (!wanted.test(found)) {
            assertThat(System.nanoTime()).as("%s", found).isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
            found = rest.get(LETTERS).expect(200).json();
        }
        return found;
    }

    private JsonNode awaitTotal(int wanted) {
        return await(found -> found.path("total").asInt() == wanted);
    }

    /** Waits for the letters and, as nodes do not wait for one another, for what was handled. */
    private JsonNode awaitTotal(int wanted, String handled) {
        var names = rest.bean(WhenRenamed.class).names;
        return await(found -> found.path("total").asInt() == wanted && names.contains(handled));
    }

    private String dotted(String metric) {
        return rest.get("/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(metric))
                .findFirst()
                .orElse("none");
    }

    @Test
    void what_a_policy_cannot_handle_is_shown_and_can_be_retried() {
        rename("one", "bad");
        rename("one", "good");
        rename("two", "fine");
        JsonNode items = awaitTotal(2, "fine").path("items");
        var policy = rest.bean(WhenRenamed.class);
        assertThat(policy.names).containsExactly("fine");
        assertThat(items.at("/0/status").asString()).isEqualTo("failed");
        assertThat(items.at("/0/side").asString()).isEqualTo("command");
        assertThat(items.at("/0/eventType").asString()).isEqualTo("NodeRenamed");
        assertThat(items.at("/0/cause").asString()).contains("a bad name");
        assertThat(items.at("/1/status").asString()).isEqualTo("waiting");
        String first = items.at("/0/id").asString();
        String second = items.at("/1/id").asString();
        assertThat(items.at("/1/waitsFor").asString()).isEqualTo(first);
        assertThat(dotted("aiwm_dead_letters")).endsWith(" 2.0");
        assertThat(rest.get("/api/health").expect(200).body())
                .contains("\"dead-letters\",\"status\":\"degraded\"");

        var refused = rest.post(LETTERS + "/" + second + "/retry", null).expect(409);
        assertThat(refused.at("/waitsFor")).isEqualTo(first);
        policy.patient = true;
        var accepted = rest.post(LETTERS + "/" + first + "/retry", null).expect(202);
        assertThat(accepted.header("Location")).isEqualTo(LETTERS + "/" + first);
        awaitTotal(0);
        assertThat(policy.names).containsExactly("fine", "bad", "good");
        rest.get(LETTERS + "/" + first).expect(404);
        rest.post(LETTERS + "/" + first + "/retry", null).expect(404);
    }

    @Test
    void a_retry_that_fails_is_noted() {
        rename("one", "bad");
        String id = awaitTotal(1).at("/items/0/id").asString();
        int before = rest.get(LETTERS + "/" + id).expect(200).json().path("attempts").asInt();
        rest.post(LETTERS + "/" + id + "/retry", null).expect(202);
        await(found -> found.at("/items/0/attempts").asInt() == before + 1);
    }

    @Test
    void what_is_given_up_holds_nothing_up_any_more() {
        rename("one", "bad");
        rename("one", "good");
        String id = awaitTotal(2).at("/items/0/id").asString();
        rest.delete(LETTERS + "/" + id).expect(202);
        awaitTotal(0);
        assertThat(rest.bean(WhenRenamed.class).names).containsExactly("good");
        rest.delete(LETTERS + "/" + id).expect(404);
    }

    @Test
    void they_can_be_listed_by_processor() {
        rename("one", "bad");
        awaitTotal(1);
        assertThat(rest.get(LETTERS + "?processor=when-renamed").at("/total")).isEqualTo("1");
        assertThat(rest.get(LETTERS + "?processor=lifecycle").at("/total")).isEqualTo("0");
    }

    @Test
    void only_administrators_have_dead_letters() {
        var user = new Caller("u2", "o1", Set.of("operator"));
        for (String[] asked :
                new String[][] {
                    {"GET", ""}, {"GET", "/a"}, {"POST", "/a/retry"}, {"DELETE", "/a"}
                }) {
            assertThat(rest.as(user, asked[0], LETTERS + asked[1], null).status()).isEqualTo(403);
        }
    }
}
