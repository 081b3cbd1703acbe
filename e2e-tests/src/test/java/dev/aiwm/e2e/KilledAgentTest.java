package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.testing.SmallLinux;
import dev.aiwm.testing.Virsh;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An agent is killed without warning at random moments while things are made and removed on a real
 * engine. In the end the engine has exactly what is wanted, once each.
 */
class KilledAgentTest {
    private static final int KILLS = Integer.getInteger("aiwm.agent.kills", 4);
    private static final int MACHINE_KILLS = Integer.getInteger("aiwm.agent.machine-kills", 2);
    private static final long SEED = Long.getLong("aiwm.agent.seed", System.nanoTime());
    private static final String UNIQUE = UUID.randomUUID().toString().substring(0, 8);
    private static final int MOST_ALIVE = 4;
    private static final int MOST_CLAIMS = 6;

    @TempDir Path folder;

    private final Random random = new Random(SEED);

    @Test
    void containers_are_there_once_each_and_no_others() {
        var node = "e2e-killed-" + UNIQUE;
        var image = "aiwm-e2e/killed-" + UNIQUE;
        var docker = Docker.ofThisMachine();
        docker.importWebServer(image + ":1", "", folder);
        try {
            survive(
                    node,
                    Map.of("AIWM_NODE", "docker"),
                    KILLS,
                    name -> container(name, node, image),
                    () -> docker.containersOf(node).stream().collect(Collectors.toSet()),
                    id -> "aiwm-" + id + "-1 running");
        } finally {
            for (var left : docker.containersOf(node)) {
                var unused = docker.execute("rm", "-f", "-v", left.split(" ")[0]);
            }
            var unused = docker.execute("rmi", "-f", image + ":1");
        }
    }

    @Test
    void machines_are_there_once_each_and_no_others() throws IOException {
        Virsh.require();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var node = "e2e-killed-vm-" + UNIQUE;
        var images = Files.createDirectories(folder.resolve("images"));
        Files.copy(SmallLinux.image(), images.resolve("debian-12.qcow2"));
        var disks = folder.resolve("disks");
        try {
            survive(
                    node,
                    Map.of(
                            "AIWM_NODE", "libvirt",
                            "AIWM_IMAGES", images.toString(),
                            "AIWM_DISKS", disks.toString(),
                            "AIWM_DISK_POOL", node,
                            "AIWM_VM_NETWORK", "user",
                            "AIWM_VM_KVM", "never",
                            "AIWM_VM_UEFI", "never"),
                    MACHINE_KILLS,
                    name -> machine(name, node),
                    this::machines,
                    id -> id + " running");
            assertThat(disks).isEmptyDirectory();
        } finally {
            domains().forEach(KilledAgentTest::remove);
            if (Virsh.virsh("pool-list", "--all", "--name").contains(node)) {
                Virsh.virsh("pool-destroy", node);
                Virsh.virsh("pool-undefine", node);
            }
        }
    }

    private void survive(
            String node,
            Map<String, String> engine,
            int kills,
            UnaryOperator<String> wish,
            Supplier<Set<String>> there,
            UnaryOperator<String> sight) {
        System.out.println("KilledAgentTest seed " + SEED);
        try (var product = Product.start(folder.resolve("data-" + node));
                var agent = agent(product.api(), node, engine)) {
            var api = product.api();
            var wanted = new ArrayList<String>();
            var removed = new ArrayList<String>();
            for (int kill = 0; kill < kills; kill++) {
                agent.launch();
                if (kill == 0 || random.nextBoolean()) {
                    api.awaitField("/api/nodes/" + node, "/status", "online");
                }
                awaitRoom(api, node);
                wishForSomething(api, wish, wanted, removed, "killed-" + kill);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(2500)));
                agent.kill();
            }
            agent.launch();
            awaitAll(api, wanted, "running");
            awaitAll(api, removed, "deleted");
            assertThat(there.get())
                    .isEqualTo(wanted.stream().map(sight).collect(Collectors.toSet()));
            awaitHolders(api, node, wanted);

            wanted.forEach(id -> api.delete("/api/resources/" + id).expect(202));
            awaitAll(api, wanted, "deleted");
            assertThat(there.get()).isEmpty();
            awaitHolders(api, node, List.of());
        }
    }

    private void wishForSomething(
            Api api,
            UnaryOperator<String> wish,
            List<String> wanted,
            List<String> removed,
            String name) {
        if (!wanted.isEmpty() && (wanted.size() >= MOST_ALIVE || random.nextInt(3) == 0)) {
            var id = wanted.remove(random.nextInt(wanted.size()));
            api.delete("/api/resources/" + id).expect(202);
            removed.add(id);
        }
        wanted.add(api.post("/api/resources", wish.apply(name)).expect(201).at("/_id"));
    }

    private static void awaitAll(Api api, List<String> ids, String status) {
        for (var id : ids) {
            Awaitility.await(id + " is " + status)
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(
                            () -> {
                                var now = api.get("/api/resources/" + id);
                                assertThat(now.at("/status")).as(now.text()).isEqualTo(status);
                            });
        }
    }

    /** What an agent that is killed again and again has not removed yet still has its claims. */
    private static void awaitRoom(Api api, String node) {
        Awaitility.await("room on " + node)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> holders(api, node).size() < MOST_CLAIMS);
    }

    private static void awaitHolders(Api api, String node, List<String> expected) {
        Awaitility.await("claims on " + node)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(holders(api, node)).isEqualTo(new HashSet<>(expected)));
    }

    private static Set<String> holders(Api api, String node) {
        var ledger = api.get("/api/nodes/" + node + "/allocations").expect(200);
        var holders = new TreeSet<String>();
        for (var claim : ledger.json().at("/items")) {
            holders.add(claim.at("/resourceId").asString());
        }
        return holders;
    }

    private JavaProgram agent(Api api, String node, Map<String, String> engine) {
        api.post("/api/nodes", "{\"nodeId\":\"" + node + "\",\"name\":\"" + node + "\"}")
                .expect(201);
        var environment = new HashMap<>(engine);
        environment.put("CONTROLLER_URL", api.url());
        environment.put("NODE_ID", node);
        environment.put(
                "NODE_TOKEN",
                api.post("/api/nodes/" + node + "/token", "{}").expect(201).at("/token"));
        environment.put("AIWM_DATA", folder.resolve(node).toString());
        return new JavaProgram(
                "96m",
                "dev.aiwm.nodeagent.NodeAgentMain",
                List.of(),
                environment,
                folder.resolve(node + ".log"));
    }

    private Set<String> machines() {
        var seen = new HashSet<String>();
        for (var domain : domains()) {
            var description = Virsh.virsh("dumpxml", domain);
            var mark = description.replaceAll("(?s).*<aiwm:[^>]*\\bid=.([0-9a-f]{24}).*", "$1");
            assertThat(seen.add(mark + " " + Virsh.state(domain))).isTrue();
        }
        return seen;
    }

    private List<String> domains() {
        return Virsh.virsh("list", "--all", "--name")
                .lines()
                .filter(name -> !name.isBlank())
                .filter(name -> Virsh.virsh("dumpxml", name).contains(folder.toString()))
                .toList();
    }

    private static void remove(String domain) {
        if (Virsh.state(domain).equals("running")) {
            Virsh.end(Virsh.URI, domain);
        }
        Virsh.virsh("undefine", "--nvram", "--snapshots-metadata", domain);
    }

    private static String container(String name, String node, String image) {
        return """
        {"name": "%s", "resourceType": "application-container", "nodeId": "%s",
         "config": {"type": "application-container", "registry": "docker-hub",
                    "imageName": "%s", "imageTag": "1", "cpuCores": 0.1, "ramLimit": 32}}
        """
                .formatted(name, node, image);
    }

    private static String machine(String name, String node) {
        return """
        {"name": "%s", "resourceType": "virtual-machine", "nodeId": "%s",
         "config": {"type": "virtual-machine", "osImage": "debian-12",
                    "vcpus": 1, "ramMB": 512, "diskGB": 10,
                    "networkConfig": {"mode": "bridge-vlan", "ipMode": "dhcp"}}}
        """
                .formatted(name, node);
    }
}
