package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Logs that a machine reads. */
class StructuredLogsTest {
    private static final Map<String, String> AS_JSON =
            Map.of(
                    "AIWM_LOG_FORMAT", "json",
                    "AIWM_NODE", "none",
                    "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_SECURITY", "debug");

    @TempDir Path folder;

    @Test
    void on_request_every_line_of_the_log_is_a_json_object_with_its_correlation_id() {
        try (var product = Product.start(folder.resolve("data"), AS_JSON, List.of())) {
            product.api()
                    .send("GET", "/api/resources", null, Map.of("X-Correlation-Id", "find-me"))
                    .expect(200);
            product.stop();
            var lines = product.output().lines().filter(line -> !line.isBlank()).toList();

            assertThat(lines).filteredOn(line -> !line.startsWith("{")).allMatch(this::isWelcome);
            List<JsonNode> logged =
                    lines.stream()
                            .filter(line -> line.startsWith("{"))
                            .map(Api.JSON::readTree)
                            .toList();
            assertThat(logged)
                    .isNotEmpty()
                    .allSatisfy(
                            line -> {
                                assertThat(line.at("/@timestamp").asString()).isNotEmpty();
                                assertThat(line.at("/log/level").asString()).isNotEmpty();
                                assertThat(line.at("/message").isString()).isTrue();
                            });
            assertThat(logged)
                    .anyMatch(line -> line.path("correlationId").asString("").equals("find-me"));
        }
    }

    /** What the program tells whoever started it is no part of the log. */
    private boolean isWelcome(String line) {
        return line.startsWith("  ");
    }
}
