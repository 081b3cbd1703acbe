package dev.aiwm.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The ten demo resources in the states that they are to show: asked for like any other, carried out
 * by the simulated nodes. Seeding again leaves alone what is there.
 */
final class DemoResources {
    private static final Logger LOG = LoggerFactory.getLogger(DemoResources.class);
    private static final String FILE = "/demo/resources.json";
    private static final int REFUSED = 400;

    private final Loopback loopback;

    DemoResources(Loopback loopback) {
        this.loopback = loopback;
    }

    void seed() throws InterruptedException {
        int number = 0;
        for (var demo : read()) {
            number++;
            var name = demo.get("request").get("name").asString();
            if (isThere(name)) {
                LOG.info("{} is there", name);
            } else {
                seed(number, name, demo);
            }
        }
    }

    private boolean isThere(String name) throws InterruptedException {
        var found =
                loopback.get(
                        "/api/resources?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        return found.orElseThrow("look for " + name).body().path("total").asLong() > 0;
    }

    private void seed(int number, String name, JsonNode demo) throws InterruptedException {
        var created =
                loopback.post(
                        "/api/resources",
                        demo.get("request"),
                        Map.of("Idempotency-Key", "demo-resource-" + number));
        if (created.status() >= REFUSED) {
            LOG.warn("{} is not seeded: {}", name, created.text("detail"));
            return;
        }
        var id = created.text("_id");
        var wanted = demo.get("then").asString();
        if (wanted.equals("stopped")) {
            stopOnceItRuns(id);
        }
        loopback.awaitStatus("/api/resources/" + id, wanted, "deleted");
        LOG.info("{} is {}", name, wanted);
    }

    private void stopOnceItRuns(String id) throws InterruptedException {
        var path = "/api/resources/" + id;
        if (loopback.awaitStatus(path, "running", "stopped", "deleted").equals("running")) {
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
