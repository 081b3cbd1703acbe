package dev.aiwm.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the product occupies with the ten demo resources, and what an agent does, both idle. */
final class ResidentMemory implements Benchmark {
    private static final double KB_PER_MIB = 1024;
    private static final int DEMO = 10;

    @Override
    public String id() {
        return "MEMORY";
    }

    @Override
    public String title() {
        return "resident memory: ./aiwm up --demo with its ten resources, ./aiwm agent; idle";
    }

    @Override
    public void run(Run run) throws Exception {
        if (run.store() != Store.EMBEDDED) {
            run.report().note("is of the embedded store");
            return;
        }
        int port = Product.freePort();
        var data = run.newFolder("data");
        var product =
                run.keep(
                        ChildProcess.start(
                                LocalProduct.command(run, "--demo"),
                                LocalProduct.environment(port, data, Map.of()),
                                data.resolveSibling("product.log")));
        StartTime.awaitAnswer(product, port, "/api/health/ready");
        try (var api = Api.login(port, Product.PASSWORD)) {
            awaitDemo(api, product);
            var agent = run.keep(agent(run, api));
            TimeUnit.SECONDS.sleep(run.size().of(1, 30, 30));
            run.report()
                    .figure(
                            "standalone with ten demo resources",
                            "MiB",
                            Heap.residentKB(product.pid()) / KB_PER_MIB,
                            Target.atMost(400, 400));
            run.report()
                    .figure(
                            "node agent",
                            "MiB",
                            Heap.residentKB(agent.pid()) / KB_PER_MIB,
                            Target.atMost(120, 120));
        }
    }

    /** The last of them is the one that fails. */
    private static void awaitDemo(Api api, ChildProcess product)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (api.get("/api/resources?limit=20").path("items").size() < DEMO
                || api.get("/api/resources?status=failed").path("items").isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the demo does not come to an end: " + product.output());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static ChildProcess agent(Run run, Api api) throws IOException, InterruptedException {
        String id = "bench-agent";
        api.post("/api/nodes", "{\"nodeId\":\"" + id + "\",\"name\":\"agent\"}", 201);
        String token = api.post("/api/nodes/" + id + "/token", "{}", 201).path("token").asString();
        Path state = run.newFolder("agent");
        var environment =
                Map.of(
                        "CONTROLLER_URL",
                        "http://127.0.0.1:" + api.port(),
                        "NODE_ID",
                        id,
                        "NODE_TOKEN",
                        token,
                        "AIWM_NODE",
                        "simulated",
                        "AIWM_DATA",
                        state.toString());
        var agent =
                ChildProcess.start(command(run), environment, state.resolveSibling("agent.log"));
        api.awaitOnline(id);
        return agent;
    }

    private static List<String> command(Run run) {
        if (run.size() == Size.SMOKE) {
            return ChildProcess.java(
                    List.of("-XX:+UseSerialGC", "-Xmx48m", "-XX:TieredStopAtLevel=1"),
                    "dev.aiwm.nodeagent.NodeAgentMain");
        }
        return List.of(Path.of(System.getProperty("aiwm.root", ".."), "aiwm").toString(), "agent");
    }
}
