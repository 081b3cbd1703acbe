package dev.aiwm.command.saga;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.StepCompensationFailed;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;
import dev.aiwm.contracts.resource.event.ResourcePauseRequested;
import dev.aiwm.contracts.resource.event.ResourceResizeRequested;
import dev.aiwm.contracts.resource.event.ResourceResumeRequested;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;
import dev.aiwm.contracts.resource.event.SnapshotDeletionRequested;
import dev.aiwm.contracts.resource.event.SnapshotRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestoreRequested;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One pause, resume, resize, or one thing done with a snapshot. It displaces nothing, always begins
 * its execution, and gives it up when a forced stop or a deletion displaces it.
 */
@Saga
@ProcessingGroup(AdjustmentSaga.GROUP)
public class AdjustmentSaga {
    static final String GROUP = "adjustment";

    private static final String RESOURCE = "resourceId";
    private static final String EXECUTION = "executionId";

    private ResourceId resourceId;
    private ExecutionId executionId;
    private ResourceAction action;
    private SnapshotId snapshotId;
    private boolean leftover;
    private transient Adjustments adjustments;

    @Autowired
    void with(Adjustments present) {
        this.adjustments = present;
    }

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = RESOURCE)
    void on(ResourcePauseRequested event) {
        begin(event.resourceId(), event.executionId(), ResourceAction.PAUSE, null);
    }

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = RESOURCE)
    void on(ResourceResumeRequested event) {
        begin(event.resourceId(), event.executionId(), ResourceAction.RESUME, null);
    }

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = RESOURCE)
    void on(ResourceResizeRequested event) {
        begin(event.resourceId(), event.executionId(), ResourceAction.RESIZE, null);
    }

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = RESOURCE)
    void on(SnapshotRequested event) {
        begin(event.resourceId(), event.executionId(), ResourceAction.SNAPSHOT, event.snapshotId());
    }

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = RESOURCE)
    void on(SnapshotRestoreRequested event) {
        begin(
                event.resourceId(),
                event.executionId(),
                ResourceAction.RESTORE_SNAPSHOT,
                event.snapshotId());
    }

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = RESOURCE)
    void on(SnapshotDeletionRequested event) {
        begin(
                event.resourceId(),
                event.executionId(),
                ResourceAction.DELETE_SNAPSHOT,
                event.snapshotId());
    }

    @SagaEventHandler(associationProperty = RESOURCE)
    void on(ResourceStopRequested event) {
        adjustments.giveUp(executionId, "the resource is stopped by force");
    }

    @SagaEventHandler(associationProperty = RESOURCE)
    void on(ResourceDeletionRequested event) {
        adjustments.giveUp(executionId, "the resource is deleted");
    }

    private void begin(
            ResourceId resource,
            ExecutionId execution,
            ResourceAction requested,
            SnapshotId snapshot) {
        if (executionId != null) {
            return;
        }
        resourceId = resource;
        executionId = execution;
        action = requested;
        snapshotId = snapshot;
        SagaLifecycle.associateWith(EXECUTION, execution.toString());
        adjustments.begin(resource, execution, requested, snapshot);
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(StepCompensationFailed event) {
        leftover = true;
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionSucceeded event) {
        SagaLifecycle.end();
        adjustments.succeeded(resourceId, executionId, action, snapshotId, event.result());
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionFailed event) {
        SagaLifecycle.end();
        fail(event.failure());
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionCancelled event) {
        SagaLifecycle.end();
        fail(event.failure());
    }

    private void fail(Failure failure) {
        adjustments.failed(resourceId, executionId, action, failure, leftover);
    }
}
