package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class ApiDescriptionTest extends RestTest {
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
    private static JsonNode document;

    private record Described(String path, String verb, JsonNode operation) {
        String name() {
            return verb + " " + path;
        }
    }

    @BeforeAll
    static void read() {
        document = rest.as(null, "GET", "/api-docs.json", null).expect(200).json();
    }

    private static List<Described> operations() {
        List<Described> found = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(verb -> VERBS.contains(verb.getKey()))
                                        .forEach(
                                                verb ->
                                                        found.add(
                                                                new Described(
                                                                        path.getKey(),
                                                                        verb.getKey(),
                                                                        verb.getValue()))));
        return found;
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_tag_and_a_summary() {
        Set<String> ids = new HashSet<>();
        for (Described each : operations()) {
            String id = each.operation().path("operationId").asString("");
            assertThat(id).as(each.name()).isNotEmpty();
            assertThat(ids.add(id)).as(id).isTrue();
            assertThat(each.operation().path("summary").asString("")).as(each.name()).isNotEmpty();
            assertThat(each.operation().path("tags")).as(each.name()).isNotEmpty();
        }
        assertThat(ids).contains("createResource", "login", "issueNodeToken", "cancelExecution");
    }

    @Test
    void every_operation_shows_examples_of_what_goes_in_and_out() {
        List<String> without = new ArrayList<>();
        for (Described each : operations()) {
            JsonNode body = each.operation().path("requestBody").path("content");
            for (Map.Entry<String, JsonNode> type : body.properties()) {
                if (!hasExample(type.getValue())) {
                    without.add(each.name() + " request");
                }
            }
            each.operation()
                    .path("responses")
                    .properties()
                    .forEach(
                            answer -> {
                                if (!answer.getKey().equals("204")
                                        && !answerHasExample(answer.getValue())) {
                                    without.add(each.name() + " " + answer.getKey());
                                }
                            });
        }
        assertThat(without).isEmpty();
    }

    private static boolean answerHasExample(JsonNode answer) {
        String ref = answer.path("$ref").asString("");
        JsonNode meant = ref.isEmpty() ? answer : document.at(ref.substring(1));
        JsonNode content = meant.path("content");
        return !content.isEmpty()
                && content.properties().stream().allMatch(type -> hasExample(type.getValue()));
    }

    private static boolean hasExample(JsonNode type) {
        return type.has("example") || !type.path("examples").isEmpty();
    }

    @Test
    void every_operation_lists_the_errors_it_may_answer() {
        for (Described each : operations()) {
            JsonNode answers = each.operation().path("responses");
            assertThat(answers.has("400")).as(each.name()).isTrue();
            assertThat(answers.has("500")).as(each.name()).isTrue();
            boolean open =
                    each.operation().path("security").isArray()
                            && each.operation().path("security").isEmpty();
            assertThat(answers.has("401") || open).as(each.name()).isTrue();
            if (each.path().contains("{")) {
                assertThat(answers.has("404")).as(each.name()).isTrue();
            }
            if (each.operation().has("requestBody")) {
                assertThat(answers.has("413")).as(each.name()).isTrue();
                assertThat(answers.has("415")).as(each.name()).isTrue();
            }
        }
    }

    @Test
    void the_union_of_configurations_is_told_apart_by_type() {
        JsonNode config = document.at("/components/schemas/CreateResource/properties/config");
        JsonNode union =
                config.has("$ref")
                        ? document.at(config.path("$ref").asString().substring(1))
                        : config;

        assertThat(union.at("/discriminator/propertyName").asString()).isEqualTo("type");
        assertThat(union.at("/discriminator/mapping").propertyNames())
                .containsExactlyInAnyOrder(
                        "virtual-machine", "application-container", "inference-container");
        assertThat(union.path("oneOf")).hasSize(3);
        JsonNode machine = document.at("/components/schemas/VirtualMachineConfig");
        assertThat(machine.toString()).contains("vcpus").contains("osImage");
    }

    @Test
    void headers_and_security_are_described() {
        JsonNode create = document.at("/paths/~1api~1resources/post");
        assertThat(create.path("parameters"))
                .extracting(parameter -> parameter.path("name").asString())
                .contains("Idempotency-Key", "Prefer", "X-Correlation-Id")
                .doesNotContain("caller", "ids", "prefer");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/components/schemas/Problem/properties/code/enum")).isNotEmpty();
    }
}
