package dev.aiwm.command.saga;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.command.RecordActionFailed;
import dev.aiwm.contracts.resource.command.RecordResourceDeleted;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * From the wish that a resource be gone until it is. What is under way is given up by its own saga;
 * this one waits for the end of it, so that nothing is made after it was removed.
 *
 * <p>A forced deletion ends with the resource deleted even if the node did not do its part: what is
 * left there is removed by reconciliation when the node comes back.
 */
@Saga
@ProcessingGroup(DeletionSaga.GROUP)
public class DeletionSaga {
    static final String GROUP = "deletion";

    private static final String EXECUTION = "executionId";

    private ResourceId resourceId;
    private ExecutionId executionId;
    private boolean force;
    private Turn turn;
    private transient Operations operations;

    @Autowired
    void with(Operations present) {
        this.operations = present;
    }

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = "resourceId")
    void on(ResourceDeletionRequested event) {
        if (executionId != null) {
            turn.giveUp(operations, executionId, "the resource is deleted by force");
            return;
        }
        resourceId = event.resourceId();
        executionId = event.executionId();
        force = event.force();
        SagaLifecycle.associateWith(EXECUTION, executionId.toString());
        turn = Turn.after(event.displaced(), operations);
        if (turn.hasCome()) {
            carryOut();
        } else {
            SagaLifecycle.associateWith(EXECUTION, event.displaced().toString());
        }
    }

    private void carryOut() {
        var resource = operations.states().resource(resourceId);
        var steps = operations.plans().delete(resource, force);
        operations.start(resource, executionId, ResourceAction.DELETE, steps);
        turn.begun(operations, executionId);
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionSucceeded event) {
        if (!event.executionId().equals(executionId)) {
            carryOut();
            return;
        }
        deleted();
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionFailed event) {
        if (!event.executionId().equals(executionId)) {
            carryOut();
        } else if (force) {
            deleted();
        } else {
            fail(event.failure());
        }
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionCancelled event) {
        if (!event.executionId().equals(executionId)) {
            carryOut();
        } else {
            fail(event.failure());
        }
    }

    private void deleted() {
        SagaLifecycle.end();
        var resource = operations.tell(new RecordResourceDeleted(resourceId, executionId));
        if (resource.isDeleted()) {
            operations.releaseCapacity(resource.nodeId(), resourceId, "the resource is deleted");
        }
    }

    private void fail(Failure failure) {
        SagaLifecycle.end();
        operations.tell(
                new RecordActionFailed(resourceId, executionId, ResourceAction.DELETE, failure));
    }
}
