package dev.aiwm.nodeagent;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.nodeagent.driver.simulated.Pace;
import dev.aiwm.nodeagent.driver.simulated.SimulatedDriver;
import dev.aiwm.nodeagent.driver.simulated.SimulatedMachine;
import dev.aiwm.nodeagent.driver.simulated.SimulatedSettings;
import dev.aiwm.nodeagent.driver.simulated.Timings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A whole agent with a simulated engine, dialling a fake controller without losing time. */
final class AgentUnderTest implements AutoCloseable {
    static final String TOKEN = "the-node-token";
    static final NodeId NODE = NodeId.of("node-1");

    final SimulatedDriver driver;
    final NodeAgent agent;

    private AgentUnderTest(SimulatedDriver driver, NodeAgent agent) {
        this.driver = driver;
        this.agent = agent;
    }

    static AgentUnderTest start(FakeController controller, Path folder) {
        return start(controller, engine(folder), Pace.REAL);
    }

    static AgentUnderTest start(FakeController controller, SimulatedSettings engine, Pace pace) {
        var driver = new SimulatedDriver(engine, Clock.systemUTC(), pace);
        var settings =
                AgentSettings.of(controller.uri(), TOKEN, NODE, engine.folder().getParent())
                        .withRedial(Duration.ofMillis(1), Duration.ofMillis(20));
        return new AgentUnderTest(driver, NodeAgent.start(settings, List.of(driver)));
    }

    /** Whose machines boot when the gate is opened. */
    static AgentUnderTest startSlowly(FakeController controller, Path folder, Gate gate) {
        var slow = engine(folder).withTimings(Timings.INSTANT.withBoot(Duration.ofHours(1)));
        return start(controller, slow, gate);
    }

    /** An engine that takes no time. */
    static SimulatedSettings engine(Path folder) {
        return SimulatedSettings.of(
                folder.resolve("simulated"), SimulatedMachine.large("test-host"), Timings.INSTANT);
    }

    @Override
    public void close() {
        agent.close();
    }
}
