package dev.aiwm.command.saga;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepCompensationFailed;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceFold;
import dev.aiwm.contracts.resource.command.RecordDeploymentStarted;
import dev.aiwm.contracts.resource.command.RecordProvisioningFailed;
import dev.aiwm.contracts.resource.command.RecordResourceStarted;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;

/**
 * From the wish for a resource to its running, or to its failure.
 *
 * <p>Nothing is dispatched before the node has confirmed the reservation. When creating fails, the
 * claims go first and the resource is told afterwards, so that nobody can start it on claims that
 * are about to go; if something half-made could not be undone, the claims stay until the resource
 * is deleted, because the engine may still use what they stand for.
 */
@Saga
@ProcessingGroup(ProvisioningSaga.GROUP)
public class ProvisioningSaga {
    static final String GROUP = "provisioning";

    private static final String EXECUTION = "executionId";

    private ResourceId resourceId;
    private NodeId nodeId;
    private ExecutionId executionId;
    private boolean deploying;
    private boolean leftover;
    private transient Operations operations;

    @Autowired
    void with(Operations present) {
        this.operations = present;
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "resourceId")
    void on(ResourceCreated event, @Timestamp Instant timestamp) {
        resourceId = event.resourceId();
        nodeId = event.nodeId();
        executionId = event.executionId();
        SagaLifecycle.associateWith(EXECUTION, executionId.toString());
        var resource = ResourceFold.evolve(null, event, new EventFacts(0, timestamp));
        var refused = operations.confirm(resource);
        if (refused.isPresent()) {
            operations.neverBegun(resource, executionId, ResourceAction.CREATE, refused.get());
            return;
        }
        var plans = operations.plans();
        var steps =
                event.adoption() == null
                        ? plans.create(resource)
                        : plans.adopt(resource, event.adoption());
        operations.start(resource, executionId, ResourceAction.CREATE, steps);
    }

    /** Until the node has taken the first step the resource is queued. */
    @SagaEventHandler(associationProperty = EXECUTION)
    void on(StepAcknowledged event) {
        if (!deploying) {
            deploying = true;
            operations.tell(new RecordDeploymentStarted(resourceId, executionId));
        }
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(StepCompensationFailed event) {
        leftover = true;
    }

    /** Whoever deletes waits for the end of this execution. */
    @SagaEventHandler(associationProperty = "resourceId")
    void on(ResourceDeletionRequested event) {
        operations.cancel(executionId, "the resource is deleted");
    }

    @EndSaga
    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionSucceeded event) {
        var runtime = event.result().runtime();
        if (runtime == null) {
            fail(operations.noRuntime());
            return;
        }
        operations.tell(new RecordResourceStarted(resourceId, executionId, runtime));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionFailed event) {
        release();
        fail(event.failure());
    }

    @EndSaga
    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionCancelled event) {
        release();
        fail(event.failure());
    }

    private void release() {
        if (!leftover && operations.busyWith(resourceId, executionId) != null) {
            operations.releaseCapacity(nodeId, resourceId, "provisioning failed");
        }
    }

    private void fail(Failure failure) {
        operations.tell(new RecordProvisioningFailed(resourceId, executionId, failure));
    }
}
