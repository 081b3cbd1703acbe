package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Resources are made, stopped, started and removed while the line to their node loses, doubles,
 * delays and reorders messages and the agent is killed at random moments. In the end resources,
 * ledger, executions and what the engine holds say the same.
 */
class RandomInterleavingsTest {
    private static final int OPERATIONS = Integer.getInteger("aiwm.interleavings.operations", 60);
    private static final int KILLS = Integer.getInteger("aiwm.interleavings.kills", 3);
    private static final long SEED = Long.getLong("aiwm.interleavings.seed", System.nanoTime());
    private static final int USERS = 3;
    private static final int RESOURCES = 2;
    private static final long PAUSE_NANOS = 10_000_000;
    private static final String NODE = "far-away";

    @TempDir Path folder;
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void whatever_the_line_does_all_agree_in_the_end() throws Exception {
        System.out.println("RandomInterleavingsTest seed " + SEED);
        var random = new Random(SEED);
        var mischief = new Mischief(random.nextLong());
        try (var product =
                        Product.start(
                                folder.resolve("data"),
                                Map.of(),
                                List.of("--aiwm.gateway.redeliver-after=300ms"));
                var line = LossyLine.to(product.port(), mischief);
                var node =
                        SimulatedNode.enrol(
                                product.api(),
                                line.url(),
                                InstantAgent.class.getName(),
                                NODE,
                                folder)) {
            work(product, node, random);
            mischief.end();
            line.cutAll();
            var agreement = new Agreement(product.api(), Map.of(NODE, folder.resolve(NODE)));
            Awaitility.await("all agree; see " + folder)
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(agreement.gaps(made)).isEmpty());
            System.out.printf(
                    "%d messages, %d cuts, %d resources, %d operations%n",
                    line.carried(), line.cuts(), made.size(), begun.get());
            assertThat(surprises).isEmpty();
            assertThat(line.cuts()).isPositive();
        }
    }

    private void work(Product product, SimulatedNode node, Random random) throws Exception {
        List<Thread> users = new ArrayList<>();
        List<Throwable> faults = new CopyOnWriteArrayList<>();
        for (int user = 0; user < USERS; user++) {
            var dice = new Random(random.nextLong());
            var own = new ArrayList<String>();
            var api = product.api();
            var thread =
                    new Thread(
                            () -> {
                                while (begun.get() < OPERATIONS) {
                                    act(api, own, dice);
                                }
                            },
                            "user-" + user);
            thread.setUncaughtExceptionHandler((dead, fault) -> faults.add(fault));
            users.add(thread);
            thread.start();
        }
        for (int kill = 0; kill < KILLS; kill++) {
            users.get(0).join(500 + random.nextInt(2_000));
            node.kill();
            node.startAgain();
        }
        for (var user : users) {
            user.join(Duration.ofMinutes(2).toMillis());
        }
        assertThat(faults).isEmpty();
    }

    /** One user does one thing to one of the resources that are the user's alone. */
    private void act(Api api, List<String> own, Random random) {
        if (own.size() < RESOURCES) {
            var created = api.post("/api/resources", container(random.nextInt(60_000)));
            if (begun(created)) {
                made.add(created.at("/_id"));
                own.add(created.at("/_id"));
                attend(api, created.at("/_id"), random);
            }
            return;
        }
        var id = own.get(random.nextInt(own.size()));
        var before = api.get("/api/resources/" + id + "/status").expect(200);
        if (before.at("/action") == null && !isAsWanted(before)) {
            surprises.add(before.text());
        }
        if (begun(operate(api, id, random))) {
            attend(api, id, random);
        }
        own.removeAll(removed);
    }

    /** Nobody stops or starts a resource but its user, so with nothing under way it is so. */
    private static boolean isAsWanted(Answer status) {
        return !Agreement.SETTLED.contains(status.at("/status"))
                || status.at("/failure/code") != null
                || status.at("/status").equals(status.at("/wantedStatus"));
    }

    private Answer operate(Api api, String id, Random random) {
        var path = "/api/resources/" + id;
        int dice = random.nextInt(60);
        if (dice == 0) {
            removed.add(id);
            return api.delete(path + "?force=" + random.nextBoolean());
        }
        if (dice < 25) {
            var how = "{\"force\":" + (dice < 12) + ",\"gracePeriodSeconds\":1}";
            return api.post(path + "/stop", how);
        }
        return api.post(path + (dice < 50 ? "/start" : "/restart"), "{}");
    }

    /** Whether something was begun; with what was refused there is a moment's pause. */
    private boolean begun(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isIn(200, 201, 202, 404, 409);
        boolean begins = answer.status() == 201 || answer.status() == 202;
        if (begins) {
            begun.incrementAndGet();
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return begins;
    }

    /** Mostly the next operation comes when this one has ended, sometimes in the middle of it. */
    private static void attend(Api api, String id, Random random) {
        int looks = random.nextInt(4) == 0 ? random.nextInt(5) : 200;
        for (int look = 0; look < looks; look++) {
            if (api.get("/api/resources/" + id + "/status").at("/action") == null) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static String container(int number) {
        return """
        {"name": "c%d", "resourceType": "application-container", "nodeId": "%s",
         "config": {"type": "application-container", "registry": "docker-hub", "imageName": "nginx",
                    "cpuCores": 0.5, "ramLimit": 64,
                    "containerPorts": [{"containerPort": 80, "hostPort": %d}]}}
        """
                .formatted(number, NODE, 1024 + number);
    }
}
