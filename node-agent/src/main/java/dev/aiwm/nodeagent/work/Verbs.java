package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.protocol.ResourceSample;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.StopRequest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Verbs of a driver with their outcome as the result of a step (R057). */
final class Verbs {
    private Verbs() {}

    static StepResult told(String message, Map<String, String> details) {
        return new StepResult(null, null, message, details);
    }

    static StopRequest how(boolean force, long graceSeconds) {
        return force
                ? StopRequest.byForce()
                : StopRequest.gracefully(Duration.ofSeconds(graceSeconds));
    }

    static StepResult start(ResourceDriver driver, ResourceId resourceId, Progress progress) {
        return new StepResult(driver.start(resourceId, progress), null, "started", Map.of());
    }

    static StepResult stop(ResourceDriver driver, ResourceId resourceId, StopRequest how) {
        var outcome = driver.stop(resourceId, how);
        String message = outcome.forced() ? "stopped by force" : "stopped";
        return new StepResult(null, outcome.exitCode(), message, Map.of());
    }

    static StepResult restart(
            ResourceDriver driver, ResourceId resourceId, StopRequest how, Progress progress) {
        driver.stop(resourceId, how);
        return start(driver, resourceId, progress);
    }

    static StepResult destroy(ResourceDriver driver, ResourceId resourceId) {
        driver.destroy(resourceId);
        return told("removed", Map.of());
    }

    static StepResult measure(ResourceDriver driver, ResourceId resourceId) {
        var details = new LinkedHashMap<String, String>();
        details.put("state", driver.inspect(resourceId).observation().state().wire());
        driver.stats(resourceId).resources().forEach(sample -> figures(sample, details));
        return told("measured", details);
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
