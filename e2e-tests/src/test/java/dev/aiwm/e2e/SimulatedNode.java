package dev.aiwm.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A node agent with the simulated driver, as a process of its own, enrolled under an id of choice.
 */
final class SimulatedNode implements AutoCloseable {
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    private SimulatedNode(List<String> command, Map<String, String> environment, Path log) {
        this.command = command;
        this.environment = environment;
        this.log = log;
    }

    static SimulatedNode enrol(Api api, String nodeId, Path folder) {
        api.post("/api/nodes", "{\"nodeId\":\"" + nodeId + "\",\"name\":\"" + nodeId + "\"}")
                .expect(201);
        var token = api.post("/api/nodes/" + nodeId + "/token", "{}").expect(201).at("/token");
        var environment = new HashMap<String, String>();
        environment.put("CONTROLLER_URL", api.url());
        environment.put("NODE_ID", nodeId);
        environment.put("NODE_TOKEN", token);
        environment.put("AIWM_NODE", "simulated");
        environment.put("AIWM_DATA", folder.resolve(nodeId).toString());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx48m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("dev.aiwm.nodeagent.NodeAgentMain");
        var node = new SimulatedNode(command, environment, folder.resolve(nodeId + ".log"));
        node.startAgain();
        api.awaitField("/api/nodes/" + nodeId, "/status", "online");
        return node;
    }

    String token() {
        return environment.get("NODE_TOKEN");
    }

    void startAgain() {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.getParent());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("agent did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
