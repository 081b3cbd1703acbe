package dev.aiwm.command.resource;

import dev.aiwm.contracts.resource.command.CreateResource;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceDivergencePolicyChosen;
import dev.aiwm.contracts.resource.event.ResourceEvent;

import java.util.List;

/** With what a resource begins. */
final class Creations {
    private Creations() {}

    static List<ResourceEvent> of(CreateResource command) {
        var policy = command.onDivergence();
        return policy == null
                ? List.of(created(command))
                : List.of(
                        created(command),
                        new ResourceDivergencePolicyChosen(command.resourceId(), policy));
    }

    private static ResourceCreated created(CreateResource command) {
        return new ResourceCreated(
                command.resourceId(),
                command.name(),
                command.description(),
                command.labels(),
                command.owner(),
                command.nodeId(),
                command.config(),
                command.claims(),
                command.computeWhenStopped(),
                command.placement(),
                command.simulated(),
                command.executionId(),
                command.adoption());
    }
}
