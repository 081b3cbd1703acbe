package dev.aiwm.query.audit;

import static dev.aiwm.query.Events.NODE;
import static dev.aiwm.query.Events.connected;
import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;
import static dev.aiwm.query.Events.enrolled;
import static dev.aiwm.query.Events.execution;
import static dev.aiwm.query.Events.reserved;
import static dev.aiwm.query.Events.started;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.event.NodeCordoned;
import dev.aiwm.contracts.node.event.NodeUncordoned;
import dev.aiwm.contracts.resource.event.ResourceRelabelled;
import dev.aiwm.contracts.resource.event.ResourceRenamed;
import dev.aiwm.query.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class HistoryTest {
    @TempDir static Path data;
    private static Program program;

    @BeforeAll
    static void start() {
        program = Program.start(data);
        program.happened(NODE, enrolled(NODE), connected(NODE));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static ResourceId renamed(int times) {
        var id = ResourceId.random();
        program.happened(id, created(id, "redis"), deploying(id), started(id));
        for (int i = 0; i < times; i++) {
            program.happened(id, new ResourceRenamed(id, "name-" + i));
        }
        return id;
    }

    private static JsonNode ok(String path) {
        var answer = program.get(path);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> names(JsonNode page) {
        var names = new ArrayList<String>();
        for (JsonNode item : page.get("items")) {
            names.add(item.get("changes").get(0).get("after").asString());
        }
        return names;
    }

    @Test
    void each_event_tells_who_why_and_what_it_changed() {
        var id = renamed(1);
        var newest = ok("/api/resources/" + id + "/history").get("items").get(0);

        assertThat(newest.get("type").asString()).isEqualTo("ResourceRenamed");
        assertThat(newest.get("entity").asString()).isEqualTo("resource");
        assertThat(newest.get("actor").asString()).isEqualTo("user-1");
        assertThat(newest.get("correlationId").asString()).isEqualTo("correlation-1");
        assertThat(newest.get("version").asLong()).isEqualTo(3);
        assertThat(newest.get("changes")).hasSize(1);
        var change = newest.get("changes").get(0);
        assertThat(change.get("field").asString()).isEqualTo("/name");
        assertThat(change.get("before").asString()).isEqualTo("redis");
        assertThat(change.get("after").asString()).isEqualTo("name-0");
    }

    @Test
    void pages_go_both_ways_with_nothing_missing_and_nothing_twice() {
        var id = renamed(7);
        String path = "/api/resources/" + id + "/history?type=ResourceRenamed&limit=3";

        var first = ok(path);
        assertThat(names(first)).containsExactly("name-6", "name-5", "name-4");
        var second = ok(path + "&cursor=" + first.get("nextCursor").asString());
        assertThat(names(second)).containsExactly("name-3", "name-2", "name-1");
        var third = ok(path + "&cursor=" + second.get("nextCursor").asString());
        assertThat(names(third)).containsExactly("name-0");
        assertThat(third.get("nextCursor").isNull()).isTrue();
        var back = ok(path + "&cursor=" + third.get("previousCursor").asString());
        assertThat(names(back)).containsExactly("name-3", "name-2", "name-1");
        var again = ok(path + "&cursor=" + back.get("nextCursor").asString());
        assertThat(names(again)).containsExactly("name-0");

        program.happened(id, new ResourceRenamed(id, "name-7"));
        var news = ok(path + "&cursor=" + first.get("previousCursor").asString());
        assertThat(names(news)).containsExactly("name-7");
        var oldest = ok(path + "&order=oldest");
        assertThat(names(oldest)).containsExactly("name-0", "name-1", "name-2");
        assertThat(oldest.get("previousCursor").isNull()).isTrue();
    }

    @Test
    void all_of_it_comes_as_lines() {
        var id = renamed(2);
        program.happened(id, new ResourceRenamed(id, "=1+\"1\","));
        String path = "/api/resources/" + id + "/history?order=oldest";

        var lines = program.get(path, "Accept", "application/x-ndjson").response();
        assertThat(lines.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/x-ndjson");
        assertThat(lines.body().lines()).hasSize(6).allMatch(line -> line.startsWith("{"));
        String csv = program.get(path + "&format=csv").response().body();
        assertThat(csv.lines()).hasSize(7);
        assertThat(csv).contains("=1+\\\"\"1").doesNotContain(",=1");
    }

    @Test
    void others_do_not_find_it_nor_see_what_they_claim_of_a_node() {
        var theirs = ResourceId.random();
        program.happened(theirs, created(theirs, "x", new Owner("org-2", "u"), Map.of()));
        program.happened(NODE, reserved(NODE, theirs));
        program.settled();
        String admin = program.token(Program.ORG, "admin");

        assertThat(program.get("/api/resources/" + theirs + "/history").status()).isEqualTo(404);
        assertThat(program.get("/api/resources/" + theirs + "/diff?from=1h").status())
                .isEqualTo(404);
        String claims = "/api/nodes/node-1/history?type=CapacityReserved";
        assertThat(program.get(claims).response().body()).doesNotContain(theirs.value());
        assertThat(program.getAs(admin, claims).response().body())
                .contains("/allocations/" + theirs.value());
    }

    @Test
    void nodes_and_executions_have_a_history_too() {
        var id = ResourceId.random();
        var execution = ExecutionId.random();
        program.happened(execution, execution(execution, id));
        program.happened(NODE, new NodeCordoned(NODE, "new disk"));

        var node = ok("/api/nodes/node-1/history?type=NodeCordoned").get("items").get(0);
        assertThat(node.get("reason").asString()).isEqualTo("new disk");
        var events = ok("/api/executions/" + execution + "/history").get("items");
        assertThat(events.get(0).get("type").asString()).isEqualTo("ExecutionStarted");
    }

    @Test
    void an_entity_is_read_as_it_was() {
        var id = renamed(1);
        program.settled();
        var events = ok("/api/resources/" + id + "/history?order=oldest").get("items");
        String path = "/api/resources/" + id;

        for (JsonNode event : events) {
            var then = program.get(path + "?position=" + event.get("position").asString());
            assertThat(then.body().get("version").asLong())
                    .isEqualTo(event.get("version").asLong());
            assertThat(then.header("Log-Position")).isEqualTo(event.get("position").asString());
        }
        String last = events.get(3).get("timestamp").asString();
        assertThat(ok(path + "?at=" + last)).isEqualTo(ok(path));
        assertThat(ok(path + "/status?at=" + last)).isEqualTo(ok(path + "/status"));
        assertThat(program.get(path + "?position=0").status()).isEqualTo(404);
        assertThat(program.get(path + "?at=2999-01-01T00:00:00Z").status()).isEqualTo(400);
        assertThat(program.get(path + "?position=zzzzzz").status()).isEqualTo(400);
        assertThat(program.get(path + "?position=1&at=1h").status()).isEqualTo(400);
    }

    @Test
    void a_difference_names_the_event_behind_it() {
        var id = renamed(3);
        program.happened(id, new ResourceRelabelled(id, Map.of("team", "ops")));
        var events = ok("/api/resources/" + id + "/history?order=oldest").get("items");
        String from = events.get(2).get("position").asString();

        var diff = ok("/api/resources/" + id + "/diff?fromPosition=" + from);
        assertThat(diff.get("changes")).hasSize(2);
        var label = diff.get("changes").get(0);
        assertThat(label.get("field").asString()).isEqualTo("/labels/team");
        assertThat(label.get("by").get("type").asString()).isEqualTo("ResourceRelabelled");
        var name = diff.get("changes").get(1);
        assertThat(name.get("before").asString()).isEqualTo("redis");
        assertThat(name.get("after").asString()).isEqualTo("name-2");
        assertThat(name.get("by").get("eventId")).isEqualTo(events.get(5).get("eventId"));
        assertThat(ok("/api/nodes/node-1/diff?from=1h").get("changes").size()).isPositive();
        String diffs = "/api/resources/" + id + "/diff";
        assertThat(program.get(diffs).status()).isEqualTo(400);
        assertThat(program.get(diffs + "?from=2h&to=3h").status()).isEqualTo(400);
    }

    @Test
    void the_fleet_tells_each_that_differs_once() {
        String from = ok("/api/fleet").get("position").asString();
        var one = renamed(2);
        var other = renamed(1);
        program.happened(one, new ResourceRenamed(one, "again"));
        program.happened(NODE, new NodeCordoned(NODE, "then"), new NodeUncordoned(NODE));

        String path = "/api/fleet/diff?limit=1&fromPosition=" + from;
        var first = ok(path);
        var item = first.get("items").get(0);
        assertThat(item.get("id").asString()).isEqualTo(one.value());
        var second =
                ok(
                        path
                                + "&toPosition="
                                + first.get("to").asString()
                                + "&cursor="
                                + first.get("nextCursor").asString());
        assertThat(second.get("items").get(0).get("id").asString()).isEqualTo(other.value());
        assertThat(ok("/api/fleet/diff?fromPosition=" + from).get("items")).hasSize(2);
        assertThat(program.get("/api/fleet/diff?from=1h&limit=900").status()).isEqualTo(400);
    }

    @Test
    void what_cannot_be_asked_is_refused_by_name() {
        String path = "/api/resources/" + renamed(0) + "/history";
        assertThat(program.get(path + "?order=any").status()).isEqualTo(400);
        assertThat(program.get(path + "?cursor=x").status()).isEqualTo(400);
        assertThat(program.get(path + "?cursor=").status()).isEqualTo(400);
        assertThat(program.get(path + "?sort=name").status()).isEqualTo(400);
        assertThat(program.get("/api/resources/nonsense/history").status()).isEqualTo(404);
    }
}
