package dev.aiwm.contracts.resource;

import java.util.List;

/** What may be asked of a resource in its present state; the aggregate refuses the rest. */
public final class AllowedActions {
    private AllowedActions() {}

    public static List<ResourceAction> of(ResourceState state) {
        return switch (state.status()) {
            case RUNNING ->
                    List.of(ResourceAction.STOP, ResourceAction.RESTART, ResourceAction.DELETE);
            case PAUSED -> List.of(ResourceAction.STOP, ResourceAction.DELETE);
            case STOPPED, FAILED -> List.of(ResourceAction.START, ResourceAction.DELETE);
            case QUEUED, DEPLOYING, STARTING, RESTARTING, STOPPING, UNKNOWN ->
                    List.of(ResourceAction.DELETE);
            case DELETING, DELETED -> List.of();
        };
    }
}
