package dev.aiwm.command.saga;

import dev.aiwm.command.placement.Demands;
import dev.aiwm.command.placement.OneAtATime;
import dev.aiwm.command.placement.Placement;
import dev.aiwm.command.placement.Resting;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.command.ReviewClaims;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/**
 * Something was claimed for a resource at rest, and what it was claimed for did not follow: the
 * process died in between. The resource then holds again what it is to hold as it is. One that is
 * busy or alive is left to its operation.
 */
@Component
class ClaimsReview {
    private final Operations operations;
    private final Placement placement;
    private final OneAtATime oneAtATime;

    ClaimsReview(Operations operations, Placement placement, OneAtATime oneAtATime) {
        this.operations = operations;
        this.placement = placement;
        this.oneAtATime = oneAtATime;
    }

    @CommandHandler
    void review(ReviewClaims command) {
        ResourceState unused =
                oneAtATime.on(command.resourceId(), () -> review(command.resourceId()));
    }

    private ResourceState review(ResourceId id) {
        var resource = operations.states().resource(id);
        if (Resting.keepsNoCompute(resource)) {
            operations.settle(resource);
            operations.releaseCompute(resource.nodeId(), resource.resourceId());
        } else if (isAtRest(resource)) {
            placement.reclaim(resource, Demands.of(resource.config()));
        }
        return resource;
    }

    private static boolean isAtRest(ResourceState resource) {
        return resource.operation() == null
                && (resource.status() == ResourceStatus.STOPPED
                        || resource.status() == ResourceStatus.FAILED);
    }
}
