package dev.aiwm.query.listing;

import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;
import static dev.aiwm.query.Events.started;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.query.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

class PagingTest {
    private static final int COUNT = 1_000;
    private static final String LIST = "/api/resources";

    @TempDir static Path data;
    private static Program program;
    private static final List<ResourceId> IDS = new ArrayList<>();

    @BeforeAll
    static void start() {
        program = Program.start(data);
        for (int i = 0; i < COUNT; i++) {
            var id = ResourceId.random();
            IDS.add(id);
            var labels = Map.of("team", i % 4 == 0 ? "ml" : "web");
            var owner = new Owner(Program.ORG, "user-" + i % 2);
            program.happened(id, created(id, "name-%04d".formatted(i % 500), owner, labels));
            if (i % 5 == 0) {
                program.happened(id, deploying(id), started(id));
            }
        }
        program.settled();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static JsonNode list(String query) {
        var answer = program.get(LIST + query);
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
        return answer.body();
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.get("items").forEach(item -> ids.add(item.get("_id").asString()));
        return ids;
    }

    private static List<String> followed(String query) {
        var all = new ArrayList<String>();
        JsonNode page = list(query);
        all.addAll(ids(page));
        while (page.hasNonNull("nextCursor")) {
            page = list(query + "&cursor=" + page.get("nextCursor").asString());
            all.addAll(ids(page));
        }
        return all;
    }

    @Test
    void filters_narrow_the_list() {
        assertThat(list("?limit=1").get("total").asInt()).isGreaterThanOrEqualTo(COUNT);
        assertThat(list("?limit=1&status=running").get("total").asInt()).isEqualTo(COUNT / 5);
        assertThat(list("?limit=1&status=running,queued&label=team=ml").get("total").asInt())
                .isEqualTo(COUNT / 4);
        assertThat(list("?limit=1&owner=user-1").get("total").asInt()).isEqualTo(COUNT / 2);
        assertThat(list("?limit=1&name=name-0007").get("total").asInt()).isEqualTo(2);
        assertThat(list("?limit=1&name=name-000*").get("total").asInt()).isEqualTo(20);
        assertThat(list("?limit=1&nodeId=elsewhere").get("total").asInt()).isZero();
        assertThat(list("?resourceType=virtual-machine").get("total").asInt()).isZero();
    }

    @Test
    void every_order_walks_through_everything_once() {
        for (String sort : List.of("-createdAt", "name", "-name", "status,-name", "updatedAt")) {
            List<String> all = followed("?limit=170&label=team&sort=" + sort);
            assertThat(all).as(sort).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(COUNT);
        }
    }

    @Test
    void pages_and_cursors_give_the_same() {
        var counted = new ArrayList<String>();
        for (int page = 1; page <= 4; page++) {
            counted.addAll(ids(list("?limit=50&sort=name&status=running&page=" + page)));
        }
        assertThat(followed("?limit=50&sort=name&status=running")).isEqualTo(counted);
    }

    @Test
    void what_is_made_meanwhile_neither_hides_nor_doubles_anything() {
        JsonNode page = list("?limit=100&name=name-*");
        var seen = new ArrayList<>(ids(page));
        while (page.hasNonNull("nextCursor")) {
            var intruder = ResourceId.random();
            program.happened(intruder, created(intruder, "intruder"));
            page = list("?limit=100&name=name-*&cursor=" + page.get("nextCursor").asString());
            seen.addAll(ids(page));
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(new HashSet<>(seen)).containsAll(IDS.stream().map(ResourceId::value).toList());
    }

    @Test
    void the_next_page_is_a_link_too() {
        var answer = program.get(LIST + "?limit=10&status=running");
        String link = answer.header("Link");
        assertThat(link).endsWith("; rel=\"next\"");
        String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        assertThat(next).startsWith(LIST).contains("status=running", "limit=10", "cursor=");
        assertThat(program.get(next).body().get("page").asInt()).isEqualTo(2);
    }

    @Test
    void a_cursor_that_no_list_gave_is_refused() {
        var made =
                List.of(
                        "abc",
                        "{}",
                        "null",
                        "{\"page\": 1, \"sort\": [], \"values\": [], \"id\": \"x\"}",
                        "{\"page\": 1, \"sort\": [\"name\"], \"values\": [], \"id\": \"x\"}");
        for (String json : made) {
            var cursor = Base64.getUrlEncoder().encodeToString(json.getBytes(UTF_8));
            assertThat(program.get(LIST + "?cursor=" + cursor).status()).as(json).isEqualTo(400);
        }
    }

    @Test
    void an_order_names_a_field_once() {
        assertThat(program.get(LIST + "?sort=name,-name").status()).isEqualTo(400);
        assertThat(program.get(LIST + "?sort=name,status,name").status()).isEqualTo(400);
    }

    @Test
    void a_cursor_belongs_to_its_order() {
        String cursor = list("?limit=10&sort=name").get("nextCursor").asString();
        assertThat(program.get(LIST + "?limit=10&sort=-name&cursor=" + cursor).status())
                .isEqualTo(400);
    }
}
