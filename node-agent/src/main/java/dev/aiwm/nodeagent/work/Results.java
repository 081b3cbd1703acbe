package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.ResourceSample;
import dev.aiwm.nodeagent.driver.EngineStats;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.StopRequest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Verbs of a driver with their outcome as the result of a step (R057). */
final class Results {
    static final String VM = "vmId";
    static final String CONTAINER = "containerId";

    private Results() {}

    static StepResult of(String message, Map<String, String> details) {
        return new StepResult(null, null, message, details);
    }

    static StepResult created(ResourceId resourceId, String idName) {
        return of("created", Map.of(idName, resourceId.value()));
    }

    static StepResult start(ResourceDriver driver, ResourceId resourceId, Progress progress) {
        return new StepResult(driver.start(resourceId, progress), null, "started", Map.of());
    }

    static StepResult stop(
            ResourceDriver driver, ResourceId resourceId, boolean force, long graceSeconds) {
        var request =
                force
                        ? StopRequest.byForce()
                        : StopRequest.gracefully(Duration.ofSeconds(graceSeconds));
        var outcome = driver.stop(resourceId, request);
        String message = outcome.forced() ? "stopped by force" : "stopped";
        return new StepResult(null, outcome.exitCode(), message, Map.of());
    }

    static StepResult destroy(ResourceDriver driver, ResourceId resourceId) {
        driver.destroy(resourceId);
        return of("removed", Map.of());
    }

    static StepResult metrics(ManagedResource seen, EngineStats stats) {
        var details = new LinkedHashMap<String, String>();
        details.put("state", seen.observation().state().wire());
        stats.resources().stream()
                .filter(sample -> sample.resourceId().equals(seen.resourceId()))
                .findFirst()
                .ifPresent(sample -> figures(sample, details));
        return of("measured", details);
    }

    private static void figures(ResourceSample sample, Map<String, String> details) {
        put(details, "cpuUsagePercent", sample.cpuUsagePercent());
        put(details, "memoryUsedMB", sample.memoryUsedMB());
        put(details, "memoryTotalMB", sample.memoryTotalMB());
        put(details, "diskUsedGB", sample.diskUsedGB());
        put(details, "networkRxBytes", sample.networkRxBytes());
        put(details, "networkTxBytes", sample.networkTxBytes());
    }

    private static void put(Map<String, String> details, String name, Number figure) {
        if (figure != null) {
            details.put(name, figure.toString());
        }
    }
}
