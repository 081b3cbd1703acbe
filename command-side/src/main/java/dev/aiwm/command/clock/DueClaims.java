package dev.aiwm.command.clock;

import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.ComputeReleased;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.resource.event.EndsOperation;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceReconfigured;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestoreRequested;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.projection.IndexWrites;

import java.util.Set;

/**
 * Who claims more for a resource is to say soon what for; else it is looked at again. An operation
 * that claims while it runs has said so at its end at the latest.
 */
final class DueClaims {
    private static final Set<Class<? extends ResourceEvent>> SAYING_WHAT_FOR =
            Set.of(
                    ResourceStartRequested.class,
                    SnapshotRestoreRequested.class,
                    ResourceReconfigured.class,
                    ResourceDeletionRequested.class);

    private DueClaims() {}

    static void on(NodeEvent event, LoggedEvent logged, IndexWrites writes) {
        if (event instanceof CapacityClaimed claimed) {
            boolean more = !claimed.before().cover(claimed.claims());
            if (more) {
                var deadline = Deadline.claim(claimed.resourceId(), logged.timestamp());
                DueProjection.put(writes, logged, deadline);
            } else {
                writes.remove(Deadline.claimId(claimed.resourceId()));
            }
        } else if (event instanceof ComputeReleased released) {
            writes.remove(Deadline.claimId(released.resourceId()));
        } else if (event instanceof CapacityReleased released) {
            writes.remove(Deadline.claimId(released.resourceId()));
        }
    }

    static void on(ResourceEvent event, IndexWrites writes) {
        if (SAYING_WHAT_FOR.contains(event.getClass()) || event instanceof EndsOperation) {
            writes.remove(Deadline.claimId(event.resourceId()));
        }
    }
}
