package dev.aiwm.standalone;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.nodeagent.AgentSettings;
import dev.aiwm.nodeagent.DriverChoice;
import dev.aiwm.nodeagent.NodeAgent;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.simulated.Fault;
import dev.aiwm.nodeagent.driver.simulated.SimulatedDriver;
import dev.aiwm.nodeagent.driver.simulated.SimulatedMachine;
import dev.aiwm.nodeagent.driver.simulated.SimulatedSettings;
import dev.aiwm.nodeagent.driver.simulated.Timings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of this process: enrolled and let in like any other, over a real WebSocket. */
final class LocalNodes implements AutoCloseable {
    /** The node on which the demo shows what takes long. */
    static final String SLOW_SUFFIX = "-slow";

    private static final Duration TOKEN_VALIDITY = Duration.ofDays(30);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Loopback loopback;
    private final Path folder;
    private final List<NodeAgent> agents = new ArrayList<>();

    LocalNodes(Loopback loopback, Path folder) {
        this.loopback = loopback;
        this.folder = folder;
    }

    /** A large simulated machine that is quick enough to play with. */
    void startSimulated(String id) throws InterruptedException {
        enrol(id, "Simulated node", Map.of("simulated", "true"));
        var settings =
                simulated(id, Timings.BRISK)
                        .withFaults(
                                Fault.always(
                                        Fault.Verb.START,
                                        "Demo Elasticsearch",
                                        DriverException.Kind.PERMANENT,
                                        "CONTAINER_EXITED",
                                        "simulated: the container exited with code 78:"
                                                + " vm.max_map_count is too low"));
        start(settings(id), List.of(new SimulatedDriver(settings)));
    }

    /** Another one, on which making anything takes days and one thing is done at a time. */
    void startSlow(String id) throws InterruptedException {
        enrol(id, "Simulated slow node", Map.of("simulated", "true", "speed", "slow"));
        var days = Duration.ofDays(9);
        var timings = new Timings(days, days, days, Duration.ofSeconds(1), Duration.ofSeconds(1));
        start(settings(id).withAtOnce(1), List.of(new SimulatedDriver(simulated(id, timings))));
    }

    /** What a user creates would wait there for days. */
    void keepFree(String id) throws InterruptedException {
        loopback.post(
                        "/api/nodes/" + id + "/cordon",
                        Map.of("reason", "the demo shows on it what takes long"),
                        Map.of())
                .orElseThrow("cordon " + id);
    }

    void awaitOnline(String... ids) throws InterruptedException {
        for (var id : ids) {
            loopback.awaitStatus("/api/nodes/" + id, "online");
        }
    }

    /** Whether the node was enrolled by an earlier process and not taken out since. */
    boolean isKnown(String id) throws InterruptedException {
        var answer = loopback.get("/api/nodes/" + id);
        return answer.status() != NOT_FOUND
                && !answer.orElseThrow("look up " + id).text("status").equals("removed");
    }

    /** This machine with real engines, by their names. */
    void startReal(String id, String engines) throws InterruptedException {
        enrol(id, "This machine", Map.of());
        var environment = new HashMap<>(System.getenv());
        environment.put("AIWM_NODE", engines);
        var settings = settings(id);
        start(settings, DriverChoice.fromEnvironment(environment, settings));
    }

    private SimulatedSettings simulated(String id, Timings timings) {
        return SimulatedSettings.of(
                folder.resolve(id).resolve("simulated"), SimulatedMachine.large(id), timings);
    }

    private AgentSettings settings(String id) throws InterruptedException {
        var token =
                loopback.post(
                                "/api/nodes/" + id + "/token",
                                Map.of(
                                        "expiresIn",
                                        TOKEN_VALIDITY.toSeconds(),
                                        "description",
                                        "of the process itself"),
                                Map.of())
                        .orElseThrow("token of " + id)
                        .text("token");
        var channel = URI.create(loopback.url().replaceFirst("^http", "ws") + "/ws/node");
        return AgentSettings.of(channel, token, NodeId.of(id), folder.resolve(id));
    }

    private void start(AgentSettings settings, List<ResourceDriver> drivers) {
        agents.add(NodeAgent.start(settings, drivers));
    }

    private void enrol(String id, String name, Map<String, String> labels)
            throws InterruptedException {
        var body =
                Map.of(
                        "nodeId",
                        id,
                        "name",
                        name,
                        "role",
                        List.of("worker"),
                        "labels",
                        labels,
                        "shared",
                        true);
        var answer = loopback.post("/api/nodes", body, Map.of());
        if (answer.status() != CONFLICT) {
            answer.orElseThrow("enrol " + id);
        }
    }

    @Override
    public void close() {
        agents.forEach(NodeAgent::close);
    }
}
