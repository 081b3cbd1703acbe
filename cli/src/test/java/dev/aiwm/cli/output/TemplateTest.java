package dev.aiwm.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.session.Trouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

class TemplateTest {
    private static final JsonNode LIST =
            Json.MAPPER.readTree(
                    """
                    {"items": [
                      {"name": "web", "status": "running", "labels": {"team.name": "ml"}, "cpu": 2, "ports": [80, 443]},
                      {"name": "db", "status": "stopped", "labels": {}, "cpu": 10, "ports": []},
                      {"name": "job", "status": "running", "labels": {}, "cpu": 0.5, "failure": {"code": "X"}}
                    ]}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{.items[*].name}                              | web db job",
                ".items[*].name                                | web db job",
                "{.items[0].ports[-1]}                         | 443",
                "{.items[0:2].name}                            | web db",
                "{.items[-1:].name}                            | job",
                "{..code}                                      | X",
                "{.items[?(@.status==\"running\")].name}       | web job",
                "{.items[?(@.status!='running')].name}         | db",
                "{.items[?(@.cpu>2)].name}                     | db",
                "{.items[?(@.cpu<=2)].name}                    | web job",
                "{.items[?(@.failure)].name}                   | job",
                "{.items[0].labels.team\\.name}                | ml",
                "{.items[0].labels['team.name']}               | ml",
                "{.items[0].ports}                             | [80,443]",
                "{range .items[*]}{.name}={.cpu}{\";\"}{end}   | web=2;db=10;job=0.5;",
                "first: {.items[0].name}!                      | first: web!",
                "{.items[7].name}                              | ''",
                "{.nothing.there}                              | ''"
            })
    void a_template_picks_what_it_names(String template, String expected) {
        assertThat(new Template(template).apply(LIST)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{.items[*}",
                "{.items[*].name",
                "{range .items[*]}x",
                "{.items[?(x)]}",
                "{items[a]}"
            })
    void a_template_that_is_none_is_wrong_usage(String template) {
        assertThatThrownBy(() -> new Template(template))
                .isInstanceOf(Trouble.class)
                .extracting(e -> ((Trouble) e).exitCode())
                .isEqualTo(2);
    }

    @Test
    void escapes_in_quoted_text_are_lines_and_tabs() {
        assertThat(new Template("{.items[0].name}{\"\\t\\n\"}").apply(LIST)).isEqualTo("web\t\n");
    }
}
