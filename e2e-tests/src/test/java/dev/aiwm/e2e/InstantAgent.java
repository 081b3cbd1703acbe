package dev.aiwm.e2e;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.nodeagent.AgentSettings;
import dev.aiwm.nodeagent.NodeAgent;
import dev.aiwm.nodeagent.driver.simulated.SimulatedDriver;
import dev.aiwm.nodeagent.driver.simulated.SimulatedMachine;
import dev.aiwm.nodeagent.driver.simulated.SimulatedSettings;
import dev.aiwm.nodeagent.driver.simulated.Timings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An agent whose engine needs no time and that redials at once; only a kill ends it. */
final class InstantAgent {
    private static final Duration BEAT = Duration.ofMillis(300);

    private InstantAgent() {}

    public static void main(String[] arguments) {
        var environment = System.getenv();
        System.setProperty("org.slf4j.simpleLogger.logFile", "System.out");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "HH:mm:ss.SSS");
        var id = environment.get("NODE_ID");
        var folder = Path.of(environment.get("AIWM_DATA"));
        var settings =
                AgentSettings.of(
                                URI.create(environment.get("CONTROLLER_URL")),
                                environment.get("NODE_TOKEN"),
                                NodeId.of(id),
                                folder)
                        .withIntervals(BEAT, BEAT)
                        .withRedial(Duration.ofMillis(10), Duration.ofMillis(100));
        var engine =
                new SimulatedDriver(
                        SimulatedSettings.of(
                                folder.resolve("simulated"),
                                SimulatedMachine.large(id),
                                Timings.INSTANT));
        NodeAgent.start(settings, List.of(engine));
        new CompletableFuture<Void>().join();
    }
}
