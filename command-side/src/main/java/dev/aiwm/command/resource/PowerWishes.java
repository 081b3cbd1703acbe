package dev.aiwm.command.resource;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.contracts.resource.command.StartResource;
import dev.aiwm.contracts.resource.command.StopResource;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;

import java.util.List;

/** What a wish to start or stop sets going; nothing when it is so already. */
final class PowerWishes {
    private static final List<ResourceEvent> SO_ALREADY = List.of();

    private PowerWishes() {}

    static List<ResourceEvent> events(ResourceState state, StartResource wish) {
        if (wish.executionId().equals(state.executionId())) {
            return SO_ALREADY;
        }
        ResourceRules.theVersionIsTheOneTheCallerSaw(state, wish.expectedSequence());
        boolean runs =
                state.status() == ResourceStatus.RUNNING && state.wanted() == WantedState.RUNNING;
        if (runs || isUnderWay(state, ResourceAction.START)) {
            return SO_ALREADY;
        }
        ResourceRules.onlyAStoppedOrFailedResourceIsStarted(state);
        return List.of(
                new ResourceStartRequested(state.resourceId(), wish.executionId(), wish.claims()));
    }

    static List<ResourceEvent> events(ResourceState state, StopResource wish) {
        if (wish.executionId().equals(state.executionId())) {
            return SO_ALREADY;
        }
        ResourceRules.theVersionIsTheOneTheCallerSaw(state, wish.expectedSequence());
        boolean stopped =
                state.status() == ResourceStatus.STOPPED && state.wanted() == WantedState.STOPPED;
        if (stopped || isUnderWay(state, ResourceAction.STOP) && !wish.force()) {
            return SO_ALREADY;
        }
        ResourceRules.onlyARunningResourceIsStopped(state, wish.force());
        ExecutionId displaced = state.operation() == null ? null : state.operation().executionId();
        return List.of(
                new ResourceStopRequested(
                        state.resourceId(),
                        wish.executionId(),
                        wish.force(),
                        wish.gracePeriodSeconds(),
                        displaced));
    }

    private static boolean isUnderWay(ResourceState state, ResourceAction action) {
        return state.operation() != null && state.operation().action() == action;
    }
}
