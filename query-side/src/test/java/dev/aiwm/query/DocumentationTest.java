package dev.aiwm.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class DocumentationTest {
    @TempDir Path data;

    @Test
    void every_operation_is_described_with_an_example_and_its_refusals() {
        try (var program = Program.start(data)) {
            JsonNode document = program.getAs(null, "/api-docs.json").body();
            List<JsonNode> operations = operations(document);
            assertThat(operations)
                    .extracting(it -> it.get("operationId").asString())
                    .contains("listResources", "getNodeAllocations", "rebuildProjection")
                    .contains("streamEvents", "getExecutionSteps", "getResourceStatus");
            for (JsonNode operation : operations) {
                String id = operation.get("operationId").asString();
                assertThat(operation.hasNonNull("summary")).as(id).isTrue();
                assertThat(operation.get("responses").propertyNames()).as(id).contains("401");
                if (!id.equals("streamEvents")) {
                    assertThat(exampleIn(operation)).as("example of %s", id).isTrue();
                }
            }
        }
    }

    private static List<JsonNode> operations(JsonNode document) {
        var operations = new ArrayList<JsonNode>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            boolean ours =
                    !path.getKey().startsWith("/api/health") && path.getKey().startsWith("/api/");
            if (ours) {
                path.getValue().values().forEach(operations::add);
            }
        }
        return operations;
    }

    private static boolean exampleIn(JsonNode operation) {
        for (Map.Entry<String, JsonNode> answer : operation.get("responses").properties()) {
            boolean good = answer.getKey().startsWith("2");
            if (good && answer.getValue().toString().contains("\"example")) {
                return true;
            }
        }
        return false;
    }
}
