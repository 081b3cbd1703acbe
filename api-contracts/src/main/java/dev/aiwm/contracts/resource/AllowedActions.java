package dev.aiwm.contracts.resource;

import java.util.ArrayList;
import java.util.List;

/** What may be asked of a resource in its present state; the aggregate refuses the rest. */
public final class AllowedActions {
    private AllowedActions() {}

    public static List<ResourceAction> of(ResourceState state) {
        if (state.operation() != null) {
            return state.status() == ResourceStatus.DELETING
                    ? List.of()
                    : List.of(ResourceAction.DELETE);
        }
        return switch (state.status()) {
            case RUNNING ->
                    and(
                            state,
                            ResourceAction.STOP,
                            ResourceAction.RESTART,
                            ResourceAction.PAUSE,
                            ResourceAction.RESIZE);
            case PAUSED ->
                    and(state, ResourceAction.RESUME, ResourceAction.STOP, ResourceAction.RESIZE);
            case STOPPED -> and(state, ResourceAction.START);
            case FAILED -> List.of(ResourceAction.START, ResourceAction.DELETE);
            case QUEUED, DEPLOYING, STARTING, RESTARTING, STOPPING, UNKNOWN ->
                    List.of(ResourceAction.DELETE);
            case DELETING, DELETED -> List.of();
        };
    }

    private static List<ResourceAction> and(ResourceState state, ResourceAction... own) {
        var actions = new ArrayList<>(List.of(own));
        if (state.config().isVirtualMachine() && !state.mustStartBeforeSnapshot()) {
            actions.add(ResourceAction.SNAPSHOT);
        }
        actions.add(ResourceAction.DELETE);
        return actions;
    }
}
