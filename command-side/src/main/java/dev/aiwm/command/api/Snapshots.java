package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.placement.Demands;
import dev.aiwm.command.placement.OneAtATime;
import dev.aiwm.command.placement.Placement;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.Snapshot;
import dev.aiwm.contracts.resource.command.DeleteSnapshot;
import dev.aiwm.contracts.resource.command.RestoreSnapshot;
import dev.aiwm.contracts.resource.command.TakeSnapshot;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.IfMatch;

import org.springframework.stereotype.Component;

import java.util.Map;

/** What is asked of the snapshots of a virtual machine. */
@Component
class Snapshots {
    private final KnownResources resources;
    private final Lifecycle lifecycle;
    private final Placement placement;
    private final Commands commands;
    private final OneAtATime oneAtATime;

    Snapshots(
            KnownResources resources,
            Lifecycle lifecycle,
            Placement placement,
            Commands commands,
            OneAtATime oneAtATime) {
        this.resources = resources;
        this.lifecycle = lifecycle;
        this.placement = placement;
        this.commands = commands;
        this.oneAtATime = oneAtATime;
    }

    ResourceState take(
            ResourceId id,
            SnapshotId snapshotId,
            CreateSnapshotRequest request,
            ExecutionId execution,
            Caller caller,
            IfMatch version) {
        resources.require(id, caller);
        return commands.send(
                new TakeSnapshot(
                        id,
                        execution,
                        snapshotId,
                        request.name(),
                        request.description(),
                        version.expectedSequence()));
    }

    /** With its memory a stopped machine runs again, so what it computes with is claimed first. */
    ResourceState restore(
            ResourceId id,
            SnapshotId snapshotId,
            ExecutionId execution,
            Caller caller,
            IfMatch version) {
        return oneAtATime.on(id, () -> restoreAlone(id, snapshotId, execution, caller, version));
    }

    private ResourceState restoreAlone(
            ResourceId id,
            SnapshotId snapshotId,
            ExecutionId execution,
            Caller caller,
            IfMatch version) {
        ResourceState before = resources.require(id, caller);
        Lifecycle.requireVersion(before, version);
        boolean starts =
                before.operation() == null
                        && !before.isAlive()
                        && before.status().isSettled()
                        && before.snapshot(snapshotId).filter(Snapshot::hasMemory).isPresent();
        Claims claims =
                starts ? placement.reclaim(before, Demands.of(before.config())) : before.claims();
        try {
            return commands.send(
                    new RestoreSnapshot(
                            id, execution, snapshotId, claims, version.expectedSequence()));
        } catch (Rejection rejection) {
            if (starts) {
                lifecycle.giveBack(id);
            }
            throw rejection;
        }
    }

    ResourceState delete(
            ResourceId id,
            SnapshotId snapshotId,
            ExecutionId execution,
            Caller caller,
            IfMatch version) {
        ResourceState before = resources.require(id, caller);
        boolean repeated = execution.equals(before.executionId());
        if (!repeated
                && before.config().isVirtualMachine()
                && before.snapshot(snapshotId).isEmpty()) {
            throw new Rejection(
                    RejectionCode.NOT_FOUND,
                    "there is no snapshot " + snapshotId,
                    Map.of("snapshotId", snapshotId.value()));
        }
        return commands.send(
                new DeleteSnapshot(id, execution, snapshotId, version.expectedSequence()));
    }
}
