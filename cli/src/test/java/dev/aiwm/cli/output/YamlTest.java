package dev.aiwm.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.session.Trouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    @ParameterizedTest
    @CsvSource({
        "1.10, 1.1",
        "1e3, 1000.0",
        "0x1F, 31",
        "010, 8",
        "1_000, 1000",
        "+1, 1",
        "22:22, 1342",
        "no, false",
        "True, true",
        ".inf, Infinity"
    })
    void what_would_become_another_text_is_to_be_quoted(String written, String read) {
        for (var place : new String[] {"a: 1\nb: {c: [%s]}", "a: 1\n%s: b", "a: 1\nb: &x %s"}) {
            assertThatThrownBy(() -> Yaml.read(place.formatted(written)))
                    .isInstanceOf(Trouble.class)
                    .hasMessage("line 2: %s would be read as %s", written, read)
                    .extracting(e -> ((Trouble) e).advice())
                    .asString()
                    .contains("'" + written + "'")
                    .contains("else " + read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "1e3", "0x1F", "010", "1_000", "no", "22:22"})
    void what_is_quoted_is_the_text_that_it_is(String text) {
        for (var quoted : new String[] {"'%s'", "\"%s\"", "!!str %s", "|-\n  %s"}) {
            var read = Yaml.read("a: " + quoted.formatted(text)).get(0);
            assertThat(read.path("a")).isEqualTo(Json.text(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-7",
                "0",
                "1.27",
                "0.5",
                "2.0",
                "1.0E10",
                "true",
                "12345678901234567890"
            })
    void what_is_the_same_in_json_needs_no_quotes(String text) {
        assertThat(Yaml.read("{\"a\": " + text + "}").get(0)).hasToString("{\"a\":" + text + "}");
    }

    @Test
    void other_texts_and_dates_need_none_either() {
        assertThat(Yaml.read("a: 1.2.3\nb: 2026-01-01\nc: 8080:80").get(0))
                .hasToString("{\"a\":\"1.2.3\",\"b\":\"2026-01-01\",\"c\":\"8080:80\"}");
    }

    @Test
    void what_is_written_is_read_as_it_was() {
        var tree = Json.object().put("a", "1.10").put("b", "no").put("c", 0.25).put("d", 1e10);
        assertThat(Yaml.read(Yaml.write(tree))).containsExactly(tree);
    }
}
