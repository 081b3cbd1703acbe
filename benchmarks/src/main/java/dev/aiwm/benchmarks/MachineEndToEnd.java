package dev.aiwm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** B5: a machine from the request until GET shows it running, on libvirt and emulated QEMU. */
final class MachineEndToEnd implements Benchmark {
    @Override
    public String id() {
        return "B5";
    }

    @Override
    public String title() {
        return "machine end to end: POST until GET shows it running, libvirt, emulated";
    }

    @Override
    public Optional<String> lacks() {
        return RawLibvirt.isThere()
                ? Optional.empty()
                : Optional.of("libvirt that answers, its command line and qemu-img");
    }

    @Override
    public void run(Run run) throws Exception {
        String node = "benchmark-" + Long.toHexString(System.nanoTime());
        var root = Files.createTempDirectory("aiwm-benchmark");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            measure(run, node, root);
        } finally {
            Run.delete(root);
        }
    }

    /** Not below the run's own folder: QEMU runs under a user who may not look into it. */
    private static void measure(Run run, String node, Path root) throws Exception {
        var image = Files.createDirectory(root.resolve("images")).resolve("debian-12.qcow2");
        Peer.tell("qemu-img", "create", "-f", "qcow2", image.toString(), "10G");
        var disks = root.resolve("disks");
        var product = Product.of(run, 512, settings(node, image.getParent(), disks));
        product.start();
        try {
            var api = run.keep(product.login());
            api.awaitOnline(node);
            String body = body(node);
            Rehearsal.on(api, run.size().of(2, 1_500, 1_500), MachineEndToEnd::body);
            String first = Lifecycle.create(api, body);
            try (var bare = RawLibvirt.like(first, node, disks, image, run.newFolder("virsh"))) {
                Lifecycle.remove(api, List.of(first));
                compare(run, api, bare, body);
            }
        } finally {
            Peer.tell("virsh", "-c", "qemu:///system", "pool-destroy", node);
            Peer.tell("virsh", "-c", "qemu:///system", "pool-undefine", node);
        }
    }

    private static Map<String, String> settings(String node, Path images, Path disks) {
        return Map.of(
                "AIWM_NODE",
                "libvirt",
                "AIWM_LOCALNODE_ID",
                node,
                "AIWM_IMAGES",
                images.toString(),
                "AIWM_DISKS",
                disks.toString(),
                "AIWM_DISK_POOL",
                node,
                "AIWM_VM_NETWORK",
                "user",
                "AIWM_VM_KVM",
                "never",
                "AIWM_VM_UEFI",
                "never");
    }

    private static void compare(Run run, Api api, RawLibvirt bare, String body) throws Exception {
        int turn = run.size().of(1, 4, 15);
        int warm = run.size().of(1, 3, 10);
        ours(api, body, warm, new Latencies());
        raw(bare, warm, new Latencies());
        var all = new Latencies();
        var floor = new Latencies();
        var pairs = run.inTurns(() -> ours(api, body, turn, all), () -> raw(bare, turn, floor));
        run.report().compare("running p50, libvirt", "ms", pairs, Target.atMost(1.03, 1.06));
        var typed =
                run.inTurns(() -> ours(api, body, turn, new Latencies()), () -> cli(bare, turn));
        run.report().compare("running p50, virsh typed", "ms", typed, Target.atMost(0.97, 0.97));
        run.report().latencies("running", all);
        run.report().latencies("raw disk, seed, define and start", floor);
    }

    private static String body(String node) {
        return """
        {"name": "guest", "resourceType": "virtual-machine", "nodeId": "%s",
         "config": {"type": "virtual-machine", "osImage": "debian-12", "vcpus": 1, "ramMB": 256,
                    "diskGB": 10, "networkConfig": {"mode": "bridge-vlan", "ipMode": "dhcp"},
                    "cloudInit": {"hostname": "guest", "username": "admin",
                                  "sshPublicKey": "ssh-ed25519 AAAA benchmark"}}}
        """
                .formatted(node);
    }

    private static double ours(Api api, String body, int count, Latencies all)
            throws IOException, InterruptedException {
        var own = new Latencies();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            String id = Lifecycle.create(api, body);
            own.add(System.nanoTime() - start);
            Lifecycle.remove(api, List.of(id));
        }
        Quiet.await(api);
        all.addAll(own);
        return own.percentile(0.5);
    }

    @FunctionalInterface
    private interface Making {
        void make() throws Exception;
    }

    private static double raw(RawLibvirt bare, int count, Latencies all) throws Exception {
        var own = each(count, bare, bare::start);
        all.addAll(own);
        return own.percentile(0.5);
    }

    private static double cli(RawLibvirt bare, int count) throws Exception {
        return each(count, bare, bare::type).percentile(0.5);
    }

    /** One at a time, as guests that run take the processor from those that are made. */
    private static Latencies each(int count, RawLibvirt bare, Making making) throws Exception {
        var own = new Latencies();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            making.make();
            own.add(System.nanoTime() - start);
            bare.removeAll();
        }
        return own;
    }
}
