package dev.aiwm.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.session.Trouble;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class OutputTest {
    private static final Entity THING =
            new Entity(
                    List.of(
                            Column.of("NAME", t -> Cells.text(t.path("name"))),
                            Column.of("STATUS", t -> Cells.text(t.path("status"))),
                            Column.wide("ID", t -> Cells.text(t.path("id"))),
                            Column.optional("NOTES", t -> Cells.text(t.path("notes")))),
                    t -> Cells.text(t.path("id")),
                    t -> Cells.text(t.path("name")));

    private static final JsonNode WEB = thing("web", "running", "1");
    private static final JsonNode LONG = thing("a-longer-name", "failed", "2");

    private static JsonNode thing(String name, String status, String id) {
        return Json.object().put("name", name).put("status", status).put("id", id);
    }

    private static String list(String form, boolean titles, boolean colour, JsonNode... items) {
        var text = new StringWriter();
        var writer = new PrintWriter(text);
        new Output(writer, Format.of(form), titles, colour).list(List.of(items), THING);
        return text.toString();
    }

    @Test
    void columns_are_as_wide_as_what_is_in_them_and_empty_notes_are_left_out() {
        assertThat(list("table", true, false, WEB, LONG).lines())
                .containsExactly(
                        "NAME            STATUS",
                        "web             running",
                        "a-longer-name   failed");
        assertThat(list("wide", false, false, WEB).lines()).containsExactly("web    running   1");
    }

    @Test
    void a_status_is_coloured_without_moving_what_follows() {
        assertThat(list("wide", false, true, WEB, LONG).lines())
                .containsExactly(
                        "web             \u001b[32mrunning\u001b[0m   1",
                        "a-longer-name   \u001b[31mfailed\u001b[0m    2");
    }

    @Test
    void what_comes_from_elsewhere_cannot_steer_the_terminal() {
        var evil = thing("x\u001b[2Jy\nz", "running", "3");
        assertThat(list("table", false, false, evil)).isEqualTo("x [2Jy z   running\n");
        assertThat(list("name", false, false, evil)).isEqualTo("x [2Jy z\n");
    }

    @Test
    void trees_references_and_templates_are_for_programs() {
        assertThat(list("name", true, false, WEB, LONG)).isEqualTo("web\na-longer-name\n");
        assertThat(list("id", true, false, WEB, LONG)).isEqualTo("1\n2\n");
        assertThat(
                        Json.MAPPER
                                .readTree(list("json", true, false, WEB))
                                .at("/items/0/id")
                                .asString())
                .isEqualTo("1");
        assertThat(Yaml.read(list("yaml", true, false, WEB)).get(0).at("/items/0")).isEqualTo(WEB);
        assertThat(list("jsonpath={.items[*].id}", true, false, WEB, LONG)).isEqualTo("1 2\n");
        assertThatThrownBy(() -> Format.of("xml"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("xml");
    }

    @Test
    void a_list_that_goes_on_keeps_its_columns_and_says_its_titles_once() {
        var text = new StringWriter();
        var output = new Output(new PrintWriter(text), Format.of("table"), true, false).steady();
        output.list(List.of(LONG), THING);
        output.list(List.of(WEB), THING);
        assertThat(text.toString().lines())
                .containsExactly(
                        "NAME            STATUS   NOTES",
                        "a-longer-name   failed",
                        "web             running");
    }

    @Test
    void yaml_reads_dates_as_text_and_json_as_yaml() {
        var read = Yaml.read("a: 2026-11-21\n---\n{\"b\": [1, true, null]}\n");
        assertThat(read.get(0).path("a").asString()).isEqualTo("2026-11-21");
        assertThat(read.get(1).toString()).isEqualTo("{\"b\":[1,true,null]}");
    }

    @Test
    void ages_and_sizes_are_short() {
        var now = Instant.parse("2026-01-02T00:00:00Z");
        var at = Json.object().put("t", "2026-01-01T22:30:00Z").path("t");
        assertThat(Cells.age(at, now)).isEqualTo("90m");
        assertThat(Cells.duration(Duration.ofSeconds(119))).isEqualTo("119s");
        assertThat(Cells.duration(Duration.ofHours(47))).isEqualTo("47h");
        assertThat(Cells.duration(Duration.ofDays(3))).isEqualTo("3d");
        assertThat(Cells.megabytes(Json.object().put("m", 8192).path("m"))).isEqualTo("8G");
        assertThat(Cells.megabytes(Json.object().put("m", 1536).path("m"))).isEqualTo("1536M");
    }
}
