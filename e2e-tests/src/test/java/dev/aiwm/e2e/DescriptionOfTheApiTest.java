package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The description of the whole API, both sides in one document, is committed: clients and the
 * Portal's types are made from it, and a change of it is a change that somebody reviews.
 */
class DescriptionOfTheApiTest {
    private static final Path COMMITTED = Path.of("..", "docs", "openapi.json");
    private static final String RENEW =
            "mvn verify -pl e2e-tests -am -Dtest=DescriptionOfTheApiTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Daiwm.openapi.renew=true";
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> WITHOUT_BODY = Set.of("204", "304");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    @TempDir static Path folder;

    private static JsonNode document;

    private record Described(String name, JsonNode operation) {}

    @BeforeAll
    static void read() {
        var nodeless = Map.of("AIWM_NODE", "none");
        try (var product = Product.start(folder.resolve("data"), nodeless, List.of())) {
            document = Api.anonymous(product.url()).get("/api-docs.json").expect(200).json();
        }
    }

    @Test
    void it_is_the_one_that_is_committed() throws IOException {
        var sorted = JSON.treeToValue(document, Object.class);
        var actual = JSON.writeValueAsString(sorted) + "\n";
        if (Boolean.getBoolean("aiwm.openapi.renew")) {
            Files.writeString(COMMITTED, actual);
        }
        assertThat(actual)
                .as("docs/openapi.json is not what the program says; renew it with: %s", RENEW)
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void it_says_nothing_of_the_machine_that_it_was_made_on() {
        assertThat(document.path("servers"))
                .singleElement()
                .satisfies(server -> assertThat(server.path("url").asString()).isEqualTo("/"));
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_tag_and_a_summary() {
        assertThat(operations())
                .extracting(each -> each.operation().path("operationId").asString(""))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(operations())
                .allSatisfy(
                        each -> {
                            assertThat(each.operation().path("tags")).isNotEmpty();
                            assertThat(each.operation().path("summary").asString("")).isNotEmpty();
                        });
    }

    @Test
    void every_operation_shows_an_example_of_what_goes_in_and_of_each_answer() {
        for (var each : operations()) {
            for (var body : each.operation().at("/requestBody/content").properties()) {
                assertThat(hasExample(body.getValue())).as(each.name() + " request").isTrue();
            }
            for (var answer : each.operation().path("responses").properties()) {
                var content = resolved(answer.getValue()).path("content").properties();
                var what = each.name() + " " + answer.getKey();
                assertThat(content.isEmpty())
                        .as(what)
                        .isEqualTo(WITHOUT_BODY.contains(answer.getKey()));
                assertThat(content).as(what).allMatch(type -> hasExample(type.getValue()));
            }
        }
    }

    @Test
    void every_operation_says_who_may_call_it_and_how_it_refuses() {
        for (var each : operations()) {
            var answers = each.operation().path("responses").propertyNames();
            assertThat(answers).as(each.name()).contains("400", "500", "503");
            if (isOpen(each)) {
                assertThat(each.name()).containsAnyOf("/api/health", "/api/auth/login");
            } else {
                assertThat(answers).as(each.name()).contains("401", "403");
            }
            if (each.operation().has("requestBody")) {
                assertThat(answers).as(each.name()).contains("413", "415");
            }
            refusesBy(each, "If-Match", "412");
            refusesBy(each, "If-None-Match", "304");
            refusesBy(each, "Idempotency-Key", "422");
        }
        assertThat(document.at("/security/0").propertyNames()).containsExactly("bearer");
        assertThat(document.at("/components/securitySchemes/bearer/type").asString())
                .isEqualTo("http");
    }

    @Test
    void a_request_is_not_offered_the_value_that_stands_for_what_is_not_known() {
        var config = document.at("/components/schemas/GpuConfig/properties/mode/enum");
        assertThat(config).extracting(JsonNode::asString).containsExactly("passthrough", "mig");
        var status = document.at("/components/schemas/ResourceView/properties/status/enum");
        assertThat(status).extracting(JsonNode::asString).contains("unknown");
    }

    private static void refusesBy(Described each, String parameter, String status) {
        var takes =
                each.operation()
                        .path("parameters")
                        .valueStream()
                        .anyMatch(found -> found.path("name").asString().equals(parameter));
        if (takes) {
            assertThat(each.operation().path("responses").has(status))
                    .as(each.name() + " " + status)
                    .isTrue();
        }
    }

    private static boolean isOpen(Described each) {
        var security = each.operation().path("security");
        return security.isArray() && security.isEmpty();
    }

    private static boolean hasExample(JsonNode type) {
        return type.has("example") || !type.path("examples").isEmpty();
    }

    private static JsonNode resolved(JsonNode node) {
        var ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : document.at(ref.substring(1));
    }

    private static List<Described> operations() {
        var found = new ArrayList<Described>();
        for (var path : document.path("paths").properties()) {
            for (var verb : path.getValue().properties()) {
                if (VERBS.contains(verb.getKey())) {
                    var name = verb.getKey() + " " + path.getKey();
                    found.add(new Described(name, verb.getValue()));
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(30);
        return found;
    }
}
