package dev.aiwm.nodeagent;

import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.simulated.SimulatedDriver;
import dev.aiwm.nodeagent.driver.simulated.SimulatedMachine;
import dev.aiwm.nodeagent.driver.simulated.SimulatedSettings;
import dev.aiwm.nodeagent.driver.simulated.Timings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Which engines the agent serves, as AIWM_NODE names them; never a simulated one by default. */
final class DriverChoice {
    private static final String SIMULATED = "simulated";

    private DriverChoice() {}

    static List<ResourceDriver> fromEnvironment(
            Map<String, String> environment, AgentSettings settings) {
        String choice = environment.getOrDefault("AIWM_NODE", "").strip();
        if (!choice.equals(SIMULATED)) {
            throw new IllegalArgumentException(
                    choice.isEmpty()
                            ? "AIWM_NODE is missing: the engines of this node, like simulated"
                            : "AIWM_NODE is wrong: there is no engine '" + choice + "'");
        }
        boolean gpus = !"false".equals(environment.getOrDefault("GPU_MOCK_MODE", "true").strip());
        var machine = SimulatedMachine.large(hostname(settings));
        return List.of(simulated(settings.folder(), gpus ? machine : machine.withoutGpus()));
    }

    private static ResourceDriver simulated(Path folder, SimulatedMachine machine) {
        return new SimulatedDriver(
                SimulatedSettings.of(folder.resolve(SIMULATED), machine, Timings.BRISK));
    }

    private static String hostname(AgentSettings settings) {
        if (settings.hostname() != null) {
            return settings.hostname();
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return settings.nodeId().value();
        }
    }
}
