package dev.aiwm.query.invariant;

import dev.aiwm.contracts.resource.ResourceState;

/** What the status of a resource asks for. */
final class ResourceRules {
    private ResourceRules() {}

    /** What stands at its node keeps at least a disk or a place there. */
    static boolean needsClaim(ResourceState resource) {
        return switch (resource.status()) {
            case RUNNING, PAUSED, STOPPED -> resource.operation() == null;
            case QUEUED,
                    DEPLOYING,
                    STOPPING,
                    STARTING,
                    RESTARTING,
                    FAILED,
                    DELETING,
                    DELETED,
                    UNKNOWN ->
                    false;
        };
    }
}
