package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The agent that docs/agent-protocol.md shows, started as it says there. */
class SampleAgentTest {
    @Test
    void it_registers_and_does_what_it_is_sent(@TempDir Path folder) throws IOException {
        try (var product = Product.start(folder.resolve("data"))) {
            var api = product.api();
            api.post("/api/nodes", "{\"nodeId\":\"sample\",\"name\":\"sample\"}");
            var token = api.post("/api/nodes/sample/token", "{}").at("/token");
            var agent = start(folder, product.url(), token);
            try {
                api.awaitField("/api/nodes/sample", "/status", "online");
                var created =
                        api.post(
                                "/api/resources",
                                Examples.container("on-sample")
                                        .replaceFirst("\\{", "{\"nodeId\": \"sample\","),
                                Map.of("Prefer", "wait=30"));
                assertThat(created.status()).as(created::text).isEqualTo(201);
                var path = "/api/resources/" + created.at("/_id");
                api.awaitField(path, "/status", "running");
                assertThat(api.get(path).at("/runtime/id")).isEqualTo("sample-1");
            } finally {
                agent.destroyForcibly();
            }
        }
    }

    private static Process start(Path folder, String url, String token) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var source = Repository.file("docs/examples/SampleAgent.java").toString();
        var builder = new ProcessBuilder(java, "-Xmx64m", source);
        builder.environment().put("CONTROLLER_URL", url);
        builder.environment().put("NODE_ID", "sample");
        builder.environment().put("NODE_TOKEN", token);
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("agent.txt").toFile());
        return builder.start();
    }
}
