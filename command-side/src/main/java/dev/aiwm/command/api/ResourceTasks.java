package dev.aiwm.command.api;

import dev.aiwm.command.bulk.TaskDoor;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.bulk.SnapshotNames;
import dev.aiwm.contracts.bulk.task.DeleteSnapshotTask;
import dev.aiwm.contracts.bulk.task.DeleteTask;
import dev.aiwm.contracts.bulk.task.PauseTask;
import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.bulk.task.RestartTask;
import dev.aiwm.contracts.bulk.task.ResumeTask;
import dev.aiwm.contracts.bulk.task.SnapshotTask;
import dev.aiwm.contracts.bulk.task.StartTask;
import dev.aiwm.contracts.bulk.task.StopTask;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.IfMatch;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** What users ask of resources beforehand, asked as they would ask it now. */
@Component
class ResourceTasks implements TaskDoor {
    private static final IfMatch ANY_VERSION = IfMatch.any();

    private final KnownResources resources;
    private final Lifecycle lifecycle;
    private final Snapshots snapshots;
    private final EventLog log;
    private final Clock clock;

    ResourceTasks(
            KnownResources resources,
            Lifecycle lifecycle,
            Snapshots snapshots,
            EventLog log,
            Clock clock) {
        this.resources = resources;
        this.lifecycle = lifecycle;
        this.snapshots = snapshots;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public boolean begin(
            ResourceTask task, ResourceId resourceId, ExecutionId executionId, Owner owner) {
        ResourceState before =
                resources.find(resourceId).orElseThrow(() -> KnownResources.none(resourceId));
        boolean begun =
                executionId.equals(before.executionId())
                        || !log.readAggregate(executionId.toString()).isEmpty();
        if (begun) {
            return true;
        }
        if (before.isDeleted() && !(task instanceof DeleteTask)) {
            throw new Rejection(
                    RejectionCode.NOT_FOUND,
                    "the resource is deleted",
                    Map.of("resourceId", resourceId.value()));
        }
        var caller = new Caller(owner.userId(), before.owner().orgId(), Set.of());
        ResourceState after = ask(task, before, executionId, caller);
        return executionId.equals(after.executionId());
    }

    private ResourceState ask(
            ResourceTask task, ResourceState before, ExecutionId execution, Caller caller) {
        var id = before.resourceId();
        if (task instanceof StartTask) {
            return lifecycle.start(id, execution, caller, ANY_VERSION);
        }
        if (task instanceof StopTask stop) {
            var how = new StopRequest(stop.force(), stop.gracePeriodSeconds());
            return lifecycle.stop(id, execution, caller, how, ANY_VERSION);
        }
        if (task instanceof RestartTask restart) {
            var how = new StopRequest(restart.force(), restart.gracePeriodSeconds());
            return lifecycle.restart(id, execution, caller, how, ANY_VERSION);
        }
        if (task instanceof PauseTask) {
            return lifecycle.pause(id, execution, caller, ANY_VERSION);
        }
        if (task instanceof ResumeTask) {
            return lifecycle.resume(id, execution, caller, ANY_VERSION);
        }
        if (task instanceof DeleteTask delete) {
            return lifecycle.delete(id, execution, caller, delete.force(), ANY_VERSION);
        }
        return ofSnapshots(task, before, execution, caller);
    }

    private ResourceState ofSnapshots(
            ResourceTask task, ResourceState before, ExecutionId execution, Caller caller) {
        var id = before.resourceId();
        if (task instanceof SnapshotTask take) {
            var now = clock.instant().atZone(ZoneOffset.UTC);
            String name = SnapshotNames.at(SnapshotNames.of(take.name(), before.name()), now);
            var request = new CreateSnapshotRequest(name, take.description());
            var snapshotId = SnapshotId.of(execution.value());
            return snapshots.take(id, snapshotId, request, execution, caller, ANY_VERSION);
        }
        if (task instanceof DeleteSnapshotTask delete) {
            return before.snapshot(delete.snapshotId()).isEmpty()
                    ? before
                    : snapshots.delete(id, delete.snapshotId(), execution, caller, ANY_VERSION);
        }
        throw new Rejection(
                RejectionCode.NOT_IMPLEMENTED, task.action().wire() + " is not offered");
    }
}
