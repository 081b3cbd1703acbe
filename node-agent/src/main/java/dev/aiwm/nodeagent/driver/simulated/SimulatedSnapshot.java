package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.SnapshotFacts;

/** A snapshot of a simulated machine: what is known of it, and what the machine did. */
record SimulatedSnapshot(SnapshotFacts facts, ObservedState state) {
    boolean is(SnapshotId snapshotId) {
        return facts.snapshotId().equals(snapshotId);
    }

    /** The same without the parent that goes, based on that one's parent. */
    SimulatedSnapshot without(SnapshotFacts gone) {
        if (!gone.snapshotId().equals(facts.parent())) {
            return this;
        }
        return new SimulatedSnapshot(
                new SnapshotFacts(
                        facts.snapshotId(),
                        gone.parent(),
                        facts.consistency(),
                        facts.diskBytes(),
                        facts.memoryBytes(),
                        facts.createdAt()),
                state);
    }
}
