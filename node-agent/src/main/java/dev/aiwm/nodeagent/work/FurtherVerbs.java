package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.protocol.VmSnapshot;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.SizePart;
import dev.aiwm.nodeagent.driver.Adopting;
import dev.aiwm.nodeagent.driver.Pausing;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.Resizing;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.SnapshotRequest;
import dev.aiwm.nodeagent.driver.Snapshotting;

import java.util.LinkedHashMap;
import java.util.Map;

/** What only some drivers can do, with its outcome as the result of a step. */
final class FurtherVerbs {
    private FurtherVerbs() {}

    static StepResult pause(ResourceDriver driver, ResourceId resourceId) {
        var runtime = of(driver, Pausing.class, "pauses nothing").pause(resourceId);
        return new StepResult(runtime, null, "paused", Map.of());
    }

    static StepResult resume(ResourceDriver driver, ResourceId resourceId) {
        var runtime = of(driver, Pausing.class, "pauses nothing").resume(resourceId);
        return new StepResult(runtime, null, "resumed", Map.of());
    }

    static StepResult resize(
            ResourceDriver driver, ResourceId resourceId, ResourceSize size, Progress progress) {
        var outcome =
                of(driver, Resizing.class, "resizes nothing").resize(resourceId, size, progress);
        return new StepResult(
                driver.inspect(resourceId).runtime(),
                null,
                outcome.fromNextStart().isEmpty() ? "resized" : "resized in part until restarted",
                Map.of(
                        StepResult.APPLIED, SizePart.list(outcome.applied()),
                        StepResult.FROM_NEXT_START, SizePart.list(outcome.fromNextStart())));
    }

    static StepResult takeSnapshot(ResourceDriver driver, VmSnapshot command, Progress progress) {
        var facts =
                snapshots(driver)
                        .takeSnapshot(
                                new SnapshotRequest(
                                        command.resourceId(),
                                        command.snapshotId(),
                                        command.name(),
                                        command.description()),
                                progress);
        return Verbs.told("snapshot taken", facts.details());
    }

    static StepResult listSnapshots(ResourceDriver driver, ResourceId resourceId) {
        var details = new LinkedHashMap<String, String>();
        for (var facts : snapshots(driver).snapshots(resourceId)) {
            facts.details()
                    .forEach((name, value) -> details.put(facts.snapshotId() + "." + name, value));
        }
        return Verbs.told("snapshots listed", details);
    }

    static StepResult restoreSnapshot(
            ResourceDriver driver,
            ResourceId resourceId,
            SnapshotId snapshotId,
            Progress progress) {
        var after = snapshots(driver).restoreSnapshot(resourceId, snapshotId, progress);
        return new StepResult(
                after.runtime(),
                null,
                "snapshot restored",
                Map.of(StepResult.STATE, after.observation().state().wire()));
    }

    static StepResult deleteSnapshot(
            ResourceDriver driver,
            ResourceId resourceId,
            SnapshotId snapshotId,
            Progress progress) {
        snapshots(driver).deleteSnapshot(resourceId, snapshotId, progress);
        return Verbs.told("snapshot removed", Map.of());
    }

    static StepResult adopt(ResourceDriver driver, ResourceId resourceId, String containerId) {
        var runtime = adopting(driver).adopt(resourceId, containerId);
        return new StepResult(runtime, null, "taken over", Map.of());
    }

    static StepResult release(ResourceDriver driver, ResourceId resourceId, String formerName) {
        adopting(driver).release(resourceId, formerName);
        return Verbs.told("given up", Map.of());
    }

    private static Adopting adopting(ResourceDriver driver) {
        return of(driver, Adopting.class, "has no containers to take over");
    }

    private static Snapshotting snapshots(ResourceDriver driver) {
        return of(driver, Snapshotting.class, "takes no snapshots");
    }

    private static <T> T of(ResourceDriver driver, Class<T> capability, String otherwise) {
        return driver.capability(capability)
                .orElseThrow(() -> Engines.unsupported("this engine " + otherwise));
    }
}
