package dev.aiwm.command.saga;

import dev.aiwm.command.placement.OneAtATime;
import dev.aiwm.command.placement.Resting;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.event.ResourceObserved;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * What has stopped without being asked to, and may stay so, gives back what it is to give back, as
 * what is stopped by command does. Whether it still rests is looked up when it is its turn: whoever
 * starts it claims its compute first, alone.
 */
@Component
@DisallowReplay
@ProcessingGroup("when-resource-rests-then-its-compute-is-released")
class WhenResourceRestsThenItsComputeIsReleased {
    private final Operations operations;
    private final OneAtATime oneAtATime;

    WhenResourceRestsThenItsComputeIsReleased(Operations operations, OneAtATime oneAtATime) {
        this.operations = operations;
        this.oneAtATime = oneAtATime;
    }

    @EventHandler
    void react(ResourceObserved event) {
        switch (event.observation().state()) {
            case STOPPED, FAILED, ABSENT ->
                    oneAtATime.on(event.resourceId(), () -> release(event.resourceId()));
            case RUNNING, PAUSED, UNKNOWN -> {}
        }
    }

    private ResourceState release(ResourceId id) {
        var resource = operations.states().resource(id);
        if (Resting.keepsNoComputeByItself(resource)) {
            operations.releaseCompute(resource.nodeId(), id);
        }
        return resource;
    }
}
