package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Each side runs twice. Users ask any replica, agents come to one or the other over a bad line, and
 * a replica after the other is killed without warning and comes back. In the end everything has
 * settled and all that was acknowledged is there.
 *
 * <p>More is done with {@code -Daiwm.replicas.operations=2000 -Daiwm.replicas.kills=20}.
 */
class TwoReplicasTest {
    private static final int OPERATIONS = Integer.getInteger("aiwm.replicas.operations", 200);
    private static final int KILLS = Integer.getInteger("aiwm.replicas.kills", 2);
    private static final long SEED = Long.getLong("aiwm.replicas.seed", System.nanoTime());
    private static final int USERS = 4;
    private static final int RESOURCES = 4;
    private static final long PAUSE_NANOS = 10_000_000;
    private static final List<String> NODES = List.of("near", "far");

    @TempDir Path folder;

    private final Promises promises = new Promises();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile boolean killing = true;

    @Test
    void nothing_acknowledged_is_lost_between_two_replicas() throws Exception {
        System.out.println("TwoReplicasTest seed " + SEED);
        var random = new Random(SEED);
        var mischief = new Mischief(random.nextLong());
        var impatient = Map.of("AIWM_GATEWAY_REDELIVER_AFTER", "300ms");
        try (var sides = Sides.start(folder, 2, impatient);
                var line = LossyLine.to(() -> any(sides.commandSides()).port(), mischief)) {
            var api = AnyReplica.of(sides);
            Map<String, Path> nodes = new LinkedHashMap<>();
            List<SimulatedNode> agents = new ArrayList<>();
            try {
                for (var node : NODES) {
                    nodes.put(node, folder.resolve(node));
                    agents.add(enrol(api, line, node));
                }
                work(sides, api, random);
                mischief.end();
                line.cutAll();
                awaitAgreement(api, new Agreement(api, nodes));
            } finally {
                agents.forEach(SimulatedNode::close);
            }
            System.out.printf(
                    "%d messages, %d cuts, %d resources, %d operations%n",
                    line.carried(), line.cuts(), promises.resources().size(), begun.get());
        }
    }

    private SimulatedNode enrol(Api api, LossyLine line, String node) {
        return SimulatedNode.enrol(api, line.url(), InstantAgent.class.getName(), node, folder);
    }

    private static Product any(List<Product> replicas) {
        return replicas.get(ThreadLocalRandom.current().nextInt(replicas.size()));
    }

    private void awaitAgreement(Api api, Agreement agreement) {
        Awaitility.await("all agree; see " + folder)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> {
                            assertThat(agreement.gaps(resources(api))).isEmpty();
                            assertThat(promises.broken(api)).isEmpty();
                        });
    }

    /** All that there are: also those that were made for somebody who never heard of it. */
    private Set<String> resources(Api api) {
        var all = new TreeSet<>(promises.resources());
        api.get("/api/resources?limit=500")
                .expect(200)
                .json()
                .at("/items")
                .forEach(each -> all.add(each.at("/_id").asString()));
        return all;
    }

    private void work(Sides sides, Api api, Random random) throws InterruptedException {
        List<Thread> users = new ArrayList<>();
        List<Throwable> faults = new CopyOnWriteArrayList<>();
        for (int user = 0; user < USERS; user++) {
            var dice = new Random(random.nextLong());
            var own = new ArrayList<String>();
            var thread =
                    new Thread(
                            () -> {
                                while (killing || begun.get() < OPERATIONS) {
                                    act(api, own, dice);
                                }
                            },
                            "user-" + user);
            thread.setUncaughtExceptionHandler((dead, fault) -> faults.add(fault));
            users.add(thread);
            thread.start();
        }
        for (int kill = 0; kill < KILLS; kill++) {
            users.get(0).join(1_000 + random.nextInt(3_000));
            var victim = sides.processes().get(random.nextInt(sides.processes().size()));
            victim.kill();
            users.get(0).join(random.nextInt(2_000));
            victim.startAgain();
        }
        killing = false;
        for (var user : users) {
            user.join();
        }
        assertThat(faults).isEmpty();
    }

    /** One user does one thing to one of the resources that are the user's alone. */
    private void act(Api api, List<String> own, Random random) {
        if (own.size() < RESOURCES) {
            var created = create(api, random);
            if (created.status() == 201) {
                promises.created(created.at("/_id"));
                own.add(created.at("/_id"));
                attend(api, created.at("/_id"), random);
            }
            return;
        }
        var id = own.get(random.nextInt(own.size()));
        int dice = random.nextInt(100);
        if (dice < 15) {
            label(api, id, Integer.toString(random.nextInt(1_000_000)));
        } else if (dice < 20) {
            remove(api, id, random.nextBoolean());
        } else {
            operate(api, id, List.of("start", "stop", "restart").get(random.nextInt(3)));
        }
        attend(api, id, random);
        own.removeAll(removed);
    }

    private Answer create(Api api, Random random) {
        var node = NODES.get(random.nextInt(NODES.size()));
        var body =
                """
                {"name": "c%d", "resourceType": "application-container", "nodeId": "%s",
                 "config": {"type": "application-container", "registry": "docker-hub",
                            "imageName": "nginx", "cpuCores": 0.1, "ramLimit": 16}}
                """
                        .formatted(random.nextInt(1_000_000), node);
        return accepted(api.post("/api/resources", body, once()));
    }

    private void operate(Api api, String id, String verb) {
        var answer = accepted(api.post("/api/resources/" + id + "/" + verb, "{}", once()));
        if (answer.status() == 202) {
            promises.begun(
                    id, verb.equals("stop") ? "stopped" : "running", answer.header("Location"));
        } else if ("IDEMPOTENCY_KEY_IN_USE".equals(answer.at("/code"))) {
            promises.doubted(id);
        }
    }

    /** Who repeats a request may find that the first has done it. */
    private void remove(Api api, String id, boolean force) {
        removed.add(id);
        var answer = accepted(api.delete("/api/resources/" + id + "?force=" + force));
        if (answer.status() == 202) {
            promises.begun(id, "deleted", answer.header("Location"));
        } else {
            promises.doubted(id);
        }
    }

    private void label(Api api, String id, String label) {
        var patch = "{\"labels\":{\"round\":\"" + label + "\"}}";
        if (accepted(api.patch("/api/resources/" + id, patch)).status() == 200) {
            promises.labelled(id, label);
        } else {
            promises.labelDoubted(id);
        }
    }

    private static Map<String, String> once() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Taken or refused for a good reason; after a refusal there is a moment's pause. */
    private Answer accepted(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isIn(200, 201, 202, 404, 409);
        if (answer.status() < 300) {
            begun.incrementAndGet();
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return answer;
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
}
