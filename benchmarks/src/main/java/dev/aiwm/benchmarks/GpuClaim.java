package dev.aiwm.benchmarks;

import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.MigInstance;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** B3: one whole GPU, or one slice of one, claimed on a fleet. */
final class GpuClaim implements Benchmark {
    private static final int WHOLE = 7;
    private static final int SLICES = 7;
    private static final String PROFILE = "1g.10gb";

    /**
     * What Placement's candidates and allocation take on 1,200 nodes, as the definition gives it.
     */
    private static final double PEER_MILLIS = 370;

    @Override
    public String id() {
        return "B3";
    }

    @Override
    public String title() {
        return "GPU claim: whole GPUs and MIG slices on fleets of two sizes";
    }

    @Override
    public void run(Run run) throws Exception {
        int small = run.size().of(3, 100, 100);
        int large = run.size().of(12, 1_200, 10_000);
        var few = run.keep(fleet(run, small));
        var many = run.keep(fleet(run, large));
        int turn = run.size().of(6, 40, 100);
        warmUp(few, run);
        warmUp(many, run);
        Quiet.await(few);
        Quiet.await(many);

        var ofFew = new Latencies();
        var ofMany = new Latencies();
        var pairs = run.inTurns(() -> turn(many, turn, ofMany), () -> turn(few, turn, ofFew));
        String name = "claim on %,d nodes against %,d".formatted(large, small);
        run.report().compare(name + ", p50", "ms", pairs, null);
        run.report()
                .compare(
                        name + ", p99",
                        "ms",
                        ofMany.percentile(0.99),
                        ofFew.percentile(0.99),
                        Target.atMost(1.2, 1.2));
        run.report()
                .compare(
                        "claim on %,d nodes, p50, against 370 ms".formatted(large),
                        "ms",
                        ofMany.percentile(0.5),
                        PEER_MILLIS,
                        Target.atMost(0.01, 0.025));
        run.report().latencies("claim on %,d nodes".formatted(large), ofMany);
        theRestIsGivenOutOnce(run, few, small);
        run.report().note("peer Placement: not built; 370 ms is the definition's figure for it");
    }

    /** Until the JIT compiler is done, mostly with resources that leave the devices alone. */
    private static void warmUp(Api api, Run run) throws Exception {
        Creates.oneClient(api, run.size().of(6, 3_000, 3_000));
        claims(api, run.size().of(6, 200, 400));
    }

    private static Api fleet(Run run, int nodes) throws Exception {
        var product = Product.start(run, 512);
        var api = product.login();
        Fleet.enrol(api, nodes, inventory()).registerAndLeave();
        Quiet.await(api);
        return api;
    }

    private static Inventory inventory() {
        var large = Fleet.large(WHOLE);
        var devices = new ArrayList<>(large.gpuDevices());
        var slices =
                IntStream.range(0, SLICES)
                        .mapToObj(i -> new MigInstance("MIG-" + i, PROFILE, 10_240))
                        .toList();
        devices.add(new GpuDevice("GPU-M", "H100", 81_920, null, null, true, slices));
        return new Inventory(
                large.hostname(),
                large.ipAddress(),
                null,
                null,
                large.cpuCores(),
                large.cpuModel(),
                large.ramMB(),
                large.diskGB(),
                devices,
                large.engines(),
                large.containerRuntime(),
                false,
                large.agentVersion(),
                true);
    }

    private static double turn(Api api, int count, Latencies all) throws Exception {
        var latencies = claims(api, count);
        all.addAll(latencies);
        Quiet.await(api);
        return latencies.percentile(0.5);
    }

    private static Latencies claims(Api api, int count) throws IOException {
        var latencies = new Latencies();
        for (int i = 0; i < count; i++) {
            String body = body(i % 2 == 0);
            long start = System.nanoTime();
            var reply = api.send("POST", "/api/resources", body);
            latencies.add(System.nanoTime() - start);
            Api.expect(reply, 201, "claim");
        }
        return latencies;
    }

    private static String body(boolean whole) {
        return """
        {"name":"claim","resourceType":"application-container","config":{"type":"application-container",\
        "registry":"docker-hub","imageName":"cuda","cpuCores":1,"ramLimit":512,%s}}\
        """
                .formatted(whole ? "\"gpuCount\":1" : "\"migProfile\":\"" + PROFILE + "\"");
    }

    /** Many clients until nothing is left: every device must have exactly one holder. */
    private static void theRestIsGivenOutOnce(Run run, Api api, int nodes) throws Exception {
        var work = new ArrayList<Callable<Latencies>>();
        for (int i = 0; i < 32; i++) {
            boolean whole = i % 2 == 0;
            work.add(
                    () -> {
                        var latencies = new Latencies();
                        try (var client = api.again()) {
                            while (client.send("POST", "/api/resources", body(whole)).status()
                                    == 201) {
                                latencies.add(0);
                            }
                        }
                        return latencies;
                    });
        }
        Creates.together(work);
        var held = new ArrayList<String>();
        for (JsonNode node : nodes(nodes)) {
            String id = node.asString();
            for (JsonNode claim : api.get("/api/nodes/" + id + "/allocations").path("items")) {
                JsonNode claims = claim.path("claims");
                claims.path("gpuIds").forEach(gpu -> held.add(id + gpu.asString()));
                claims.path("migSlices").forEach(slice -> held.add(id + slice));
            }
        }
        int twice = held.size() - new HashSet<>(held).size();
        run.report().figure("devices held twice", "devices", twice, Target.atMost(0, 0));
        run.report()
                .figure(
                        "devices left after the race",
                        "devices",
                        nodes * (WHOLE + SLICES) - held.size(),
                        Target.atMost(0, 0));
    }

    private static List<JsonNode> nodes(int count) {
        var names = new ArrayList<JsonNode>();
        for (int i = 0; i < count; i++) {
            names.add(Api.JSON.valueToTree("node-%05d".formatted(i)));
        }
        return names;
    }
}
