package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.contracts.resource.SnapshotFacts;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.SnapshotRequest;
import dev.aiwm.nodeagent.driver.Snapshotting;

import java.util.ArrayList;
import java.util.List;

/** Snapshots of machines that have neither disks nor memory: what each did is kept. */
final class SimulatedSnapshots implements Snapshotting {
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /** How much of a disk is in use, as the meter tells it. */
    private static final int USED = 4;

    private final SimulatedObjects objects;
    private final ProgramEnds ends;

    SimulatedSnapshots(SimulatedObjects objects, ProgramEnds ends) {
        this.objects = objects;
        this.ends = ends;
    }

    @Override
    public SnapshotFacts takeSnapshot(SnapshotRequest request, Progress progress) {
        var object = objects.get(request.resourceId());
        if (object.snapshot(request.snapshotId()).isEmpty()) {
            objects.strike(Fault.Verb.SNAPSHOT, object.name());
            var time = objects.timingsOf(object.name()).create();
            objects.spend(time, "taking snapshot", progress);
        }
        return objects.change(request.resourceId(), now -> taken(now, request.snapshotId()))
                .snapshot(request.snapshotId())
                .orElseThrow()
                .facts();
    }

    private SimulatedObject taken(SimulatedObject object, SnapshotId snapshotId) {
        if (object.snapshot(snapshotId).isPresent()) {
            return object;
        }
        var facts =
                new SnapshotFacts(
                        snapshotId,
                        object.based(),
                        object.isAlive() ? SnapshotConsistency.MEMORY : SnapshotConsistency.OFFLINE,
                        object.claims().diskGB() * GIB / USED,
                        object.isAlive() ? object.claims().ramMB() * MIB : null,
                        objects.now());
        var all = new ArrayList<>(object.snapshots());
        all.add(new SimulatedSnapshot(facts, object.state()));
        return object.with(all, snapshotId);
    }

    @Override
    public ManagedResource restoreSnapshot(
            ResourceId resourceId, SnapshotId snapshotId, Progress progress) {
        var object = objects.get(resourceId);
        var snapshot = require(object, snapshotId);
        objects.strike(Fault.Verb.RESTORE, object.name());
        if (snapshot.state() == ObservedState.RUNNING) {
            Conflicts.refuse(object, objects.folder().all());
        }
        objects.spend(objects.timingsOf(object.name()).boot(), "restoring snapshot", progress);
        ends.forget(resourceId);
        var after = objects.change(resourceId, now -> restored(now, require(now, snapshotId)));
        if (after.isRunning()) {
            ends.expect(after);
        }
        return after.managed();
    }

    private SimulatedObject restored(SimulatedObject object, SimulatedSnapshot snapshot) {
        var now = objects.now();
        var based = object.with(object.snapshots(), snapshot.facts().snapshotId());
        return switch (snapshot.state()) {
            case RUNNING -> based.running(now);
            case PAUSED -> based.running(now).paused(now);
            case STOPPED, FAILED, ABSENT, UNKNOWN -> based.stopped(null, now);
        };
    }

    @Override
    public void deleteSnapshot(ResourceId resourceId, SnapshotId snapshotId, Progress progress) {
        var object = objects.folder().find(resourceId).orElse(null);
        if (object == null || object.snapshot(snapshotId).isEmpty()) {
            return;
        }
        objects.strike(Fault.Verb.DELETE_SNAPSHOT, object.name());
        objects.spend(objects.timingsOf(object.name()).destroy(), "removing snapshot", progress);
        objects.change(resourceId, now -> without(now, snapshotId));
    }

    private static SimulatedObject without(SimulatedObject object, SnapshotId snapshotId) {
        var gone = object.snapshot(snapshotId).orElse(null);
        if (gone == null) {
            return object;
        }
        var rest =
                object.snapshots().stream()
                        .filter(snapshot -> !snapshot.is(snapshotId))
                        .map(snapshot -> snapshot.without(gone.facts()))
                        .toList();
        boolean base = snapshotId.equals(object.based());
        return object.with(rest, base ? gone.facts().parent() : object.based());
    }

    @Override
    public List<SnapshotFacts> snapshots(ResourceId resourceId) {
        return objects.get(resourceId).snapshots().stream().map(SimulatedSnapshot::facts).toList();
    }

    private static SimulatedSnapshot require(SimulatedObject object, SnapshotId snapshotId) {
        return object.snapshot(snapshotId)
                .orElseThrow(() -> DriverException.notFound("there is no snapshot " + snapshotId));
    }
}
