package dev.aiwm.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * The ten demo resources in the states that they are to show: asked for like any other, carried out
 * by the simulated nodes. Seeding again changes nothing.
 */
final class DemoResources {
    private static final Logger LOG = LoggerFactory.getLogger(DemoResources.class);
    private static final String FILE = "/demo/resources.json";

    private final Loopback loopback;

    DemoResources(Loopback loopback) {
        this.loopback = loopback;
    }

    void seed() throws InterruptedException {
        int number = 0;
        for (var demo : read()) {
            number++;
            var created =
                    loopback.post(
                                    "/api/resources",
                                    demo.get("request"),
                                    Map.of("Idempotency-Key", "demo-resource-" + number))
                            .orElseThrow("demo resource " + number);
            var wanted = demo.get("then").asString();
            var id = created.text("_id");
            if (wanted.equals("stopped")) {
                stopOnceItRuns(id);
            }
            loopback.awaitStatus("/api/resources/" + id, wanted);
            LOG.info("{} is {}", created.text("name"), wanted);
        }
    }

    private void stopOnceItRuns(String id) throws InterruptedException {
        var path = "/api/resources/" + id;
        if (loopback.awaitStatus(path, "running", "stopped").equals("running")) {
            loopback.post(path + "/stop", Map.of(), Map.of()).orElseThrow("stop " + id);
        }
    }

    private static JsonNode read() {
        try (InputStream file = DemoResources.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }
}
