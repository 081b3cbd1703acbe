package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.SnapshotFacts;

import java.util.List;

/**
 * A driver whose machines can be put back to how they were. Snapshots live with the engine, under
 * their id: they outlive the agent, and a newer generation of the object unless that is made from
 * another image; {@link ResourceDriver#destroy} takes them along.
 */
public interface Snapshotting {
    /**
     * Keep how the machine is now: its disks, and its memory too when it runs and the engine can.
     * What it does is the same afterwards. Repeated with the id of a snapshot that is there it
     * changes nothing and tells the same. NOT_FOUND when there is no such machine. When it fails,
     * nothing stays behind but what a repetition, or {@link #deleteSnapshot}, finds and cleans up.
     */
    SnapshotFacts takeSnapshot(SnapshotRequest request, Progress progress);

    /**
     * Put the machine back to the snapshot, and tell what it does then: with memory it goes on from
     * there, running or paused as it was; without, it is stopped. The snapshot stays, and is the
     * parent of the next. Its size stays what it is; PERMANENT where the engine cannot do that. May
     * be repeated: that puts it back again. NOT_FOUND when there is no such machine or snapshot.
     */
    ManagedResource restoreSnapshot(
            ResourceId resourceId, SnapshotId snapshotId, Progress progress);

    /**
     * Remove the snapshot, whole or half-made; the machine stays as it is, and snapshots based on
     * this one get its parent. Done at once when there is no such machine or snapshot.
     */
    void deleteSnapshot(ResourceId resourceId, SnapshotId snapshotId, Progress progress);

    /** Every snapshot of the machine, oldest first. NOT_FOUND when there is no such machine. */
    List<SnapshotFacts> snapshots(ResourceId resourceId);
}
