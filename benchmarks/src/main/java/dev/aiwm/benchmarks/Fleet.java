package dev.aiwm.benchmarks;

import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.Inventory;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Nodes of a product, enrolled like any others, and their agents. */
final class Fleet implements AutoCloseable {
    private static final int AT_ONCE = 64;
    private static final int PATIENCE_SECONDS = 60;

    private final int port;
    private final Inventory inventory;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final List<Agent> agents = new ArrayList<>();

    private Fleet(int port, Inventory inventory) {
        this.port = port;
        this.inventory = inventory;
    }

    static Fleet enrol(Api api, int nodes, Inventory inventory) throws IOException {
        var fleet = new Fleet(api.port(), inventory);
        for (int i = 0; i < nodes; i++) {
            String id = "node-%05d".formatted(i);
            api.post("/api/nodes", "{\"nodeId\":\"" + id + "\",\"name\":\"" + id + "\"}", 201);
            var token = api.post("/api/nodes/" + id + "/token", "{}", 201);
            fleet.tokens.put(id, token.path("token").asString());
        }
        return fleet;
    }

    /** Larger than anything that a run asks for. */
    static Inventory large(int gpus) {
        var devices =
                IntStream.range(0, gpus)
                        .mapToObj(
                                i ->
                                        new GpuDevice(
                                                "GPU-" + i,
                                                "H100",
                                                81_920,
                                                null,
                                                null,
                                                false,
                                                null))
                        .toList();
        return new Inventory(
                "host",
                "10.0.0.1",
                null,
                null,
                1_000_000,
                "cpu",
                1_000_000_000L,
                1_000_000_000L,
                devices,
                List.of(Inventory.VIRTUAL_MACHINES, Inventory.CONTAINERS),
                "docker",
                false,
                "1",
                true);
    }

    /** All agents connect and register; a few at a time, as many machines would not. */
    void connect(BiConsumer<Agent, String> heard) {
        var pending = new ArrayList<CompletableFuture<Agent>>();
        for (Map.Entry<String, String> node : tokens.entrySet()) {
            pending.add(connect(port, node.getKey(), node.getValue(), heard));
            if (pending.size() == AT_ONCE) {
                await(pending);
            }
        }
        await(pending);
    }

    CompletableFuture<Agent> connect(
            int to, String nodeId, String token, BiConsumer<Agent, String> heard) {
        var channel = URI.create("ws://127.0.0.1:" + to + "/ws/node");
        return Agent.connect(channel, token, nodeId, inventory, heard);
    }

    private void await(List<CompletableFuture<Agent>> pending) {
        for (var one : pending) {
            agents.add(one.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
        }
        pending.clear();
    }

    /** The nodes become known as what they are, and their agents go again. */
    void registerAndLeave() {
        connect((agent, message) -> {});
        close();
    }

    Map<String, String> tokens() {
        return tokens;
    }

    List<Agent> agents() {
        return agents;
    }

    @Override
    public void close() {
        agents.forEach(Agent::close);
        agents.clear();
    }
}
