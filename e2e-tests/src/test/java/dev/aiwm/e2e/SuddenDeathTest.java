package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The process is killed without warning at random moments while resources are made. Nothing that
 * was acknowledged is lost, nothing stays half-way, and ledger and resources agree.
 */
class SuddenDeathTest {
    private static final int CREATIONS = Integer.getInteger("aiwm.death.creations", 200);
    private static final int KILLS = Integer.getInteger("aiwm.death.kills", 3);
    private static final long SEED = Long.getLong("aiwm.death.seed", System.nanoTime());

    @TempDir Path folder;

    @Test
    void nothing_is_left_in_the_systems_temporary_folder() throws IOException {
        var temporary = Files.createDirectory(folder.resolve("temporary"));
        var options = Map.of("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        try (var product = Product.start(folder.resolve("data"), options, List.of())) {
            product.kill();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void nothing_acknowledged_is_lost_and_nothing_stays_half_way() throws InterruptedException {
        var random = new Random(SEED);
        System.out.println("SuddenDeathTest seed " + SEED);
        try (var product = Product.start(folder.resolve("data"))) {
            product.api().awaitField("/api/nodes/local-sim", "/status", "online");
            var acknowledged = createThroughDeaths(product, random);
            assertThat(acknowledged).hasSize(CREATIONS);
            var api = product.api();
            awaitSettled(api);
            for (var entry : acknowledged.entrySet()) {
                var found = api.awaitStatus(entry.getValue(), "running");
                assertThat(found.at("/name")).isEqualTo(entry.getKey());
            }
            api.awaitThat(
                    "/api/nodes/local-sim/allocations",
                    ledger ->
                            assertThat(holders(ledger))
                                    .isEqualTo(new HashSet<>(acknowledged.values())));
            api.awaitField("/api/resources?limit=1", "/total", Integer.toString(CREATIONS));
        }
    }

    private static Map<String, String> createThroughDeaths(Product product, Random random)
            throws InterruptedException {
        var acknowledged = new HashMap<String, String>();
        var api = product.api();
        var killer = new Thread();
        int apart = 2 * CREATIONS / KILLS;
        int nextKill = 1 + random.nextInt(apart);
        for (int i = 0; i < CREATIONS; ) {
            var name = "survivor-" + i;
            if (i == nextKill) {
                nextKill = i + 1 + random.nextInt(apart);
                killer = killSoon(product, random);
            }
            try {
                var answer =
                        api.post("/api/resources", small(name), Map.of("Idempotency-Key", name));
                answer.expect(201);
                acknowledged.put(name, answer.at("/_id"));
                i++;
            } catch (UncheckedIOException e) {
                awaitDead(product);
                api = revived(product);
            }
        }
        // the last death may come when all have been made
        killer.join();
        if (isDead(product)) {
            var unused = revived(product);
        }
        return acknowledged;
    }

    private static Api revived(Product product) {
        product.startAgain();
        var api = product.api();
        api.awaitField("/api/nodes/local-sim", "/status", "online");
        return api;
    }

    private static Thread killSoon(Product product, Random random) {
        long nanos = random.nextInt(30_000_000);
        var killer =
                new Thread(
                        () -> {
                            java.util.concurrent.locks.LockSupport.parkNanos(nanos);
                            product.kill();
                        });
        killer.setDaemon(true);
        killer.start();
        return killer;
    }

    private static void awaitDead(Product product) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isDead(product));
    }

    private static boolean isDead(Product product) {
        return ProcessHandle.of(product.pid()).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static void awaitSettled(Api api) {
        Awaitility.await("every resource has settled")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () ->
                                api.get("/api/resources?limit=1&status=queued,deploying,unknown")
                                                .json()
                                                .at("/total")
                                                .asInt()
                                        == 0);
    }

    private static Set<String> holders(Answer ledger) {
        var holders = new HashSet<String>();
        for (var claim : ledger.json().at("/items")) {
            assertThat(claim.at("/confirmed").asBoolean()).isTrue();
            holders.add(claim.at("/resourceId").asString());
        }
        return holders;
    }

    private static String small(String name) {
        return """
        {"name": "%s", "resourceType": "application-container",
         "config": {"type": "application-container", "registry": "docker-hub",
                    "imageName": "nginx", "cpuCores": 0.1, "ramLimit": 16}}
        """
                .formatted(name);
    }
}
