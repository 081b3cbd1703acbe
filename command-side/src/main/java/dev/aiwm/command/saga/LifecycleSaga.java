package dev.aiwm.command.saga;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.command.RecordActionFailed;
import dev.aiwm.contracts.resource.command.RecordResourceStarted;
import dev.aiwm.contracts.resource.command.RecordResourceStopped;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;
import dev.aiwm.contracts.resource.event.ResourceRestartRequested;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One start, stop or restart. It always begins its execution, and gives it up when a later
 * operation displaces it; a forced stop waits for the end of what it displaces.
 */
@Saga
@ProcessingGroup(LifecycleSaga.GROUP)
public class LifecycleSaga {
    static final String GROUP = "lifecycle";

    private static final String RESOURCE = "resourceId";
    private static final String EXECUTION = "executionId";

    private ResourceId resourceId;
    private ExecutionId executionId;
    private ResourceAction action;
    private boolean force;
    private long gracePeriodSeconds;
    private Turn turn;
    private transient Operations operations;

    @Autowired
    void with(Operations present) {
        this.operations = present;
    }

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = RESOURCE)
    void on(ResourceStartRequested event) {
        if (executionId == null) {
            begin(event.resourceId(), event.executionId(), ResourceAction.START, null);
        }
    }

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = RESOURCE)
    void on(ResourceRestartRequested event) {
        if (executionId == null) {
            force = event.force();
            gracePeriodSeconds = event.gracePeriodSeconds();
            begin(event.resourceId(), event.executionId(), ResourceAction.RESTART, null);
        }
    }

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = RESOURCE)
    void on(ResourceStopRequested event) {
        if (executionId == null) {
            force = event.force();
            gracePeriodSeconds = event.gracePeriodSeconds();
            var displaced = event.displaced();
            begin(event.resourceId(), event.executionId(), ResourceAction.STOP, displaced);
        } else if (!event.executionId().equals(executionId)) {
            turn.giveUp(operations, executionId, "the resource is stopped by force");
        }
    }

    @SagaEventHandler(associationProperty = RESOURCE)
    void on(ResourceDeletionRequested event) {
        turn.giveUp(operations, executionId, "the resource is deleted");
    }

    private void begin(
            ResourceId resource,
            ExecutionId execution,
            ResourceAction requested,
            ExecutionId displaced) {
        resourceId = resource;
        executionId = execution;
        action = requested;
        SagaLifecycle.associateWith(EXECUTION, execution.toString());
        turn = Turn.after(displaced, operations);
        if (turn.hasCome()) {
            carryOut();
        } else {
            SagaLifecycle.associateWith(EXECUTION, displaced.toString());
        }
    }

    private void carryOut() {
        var resource = operations.states().resource(resourceId);
        if (action == ResourceAction.START) {
            var refused = operations.confirm(resource);
            if (refused.isPresent()) {
                operations.neverBegun(resource, executionId, action, refused.get());
                return;
            }
        }
        var plans = operations.plans();
        var steps =
                action == ResourceAction.START
                        ? plans.start(resource)
                        : action == ResourceAction.STOP
                                ? plans.stop(resource, force, gracePeriodSeconds)
                                : plans.restart(resource, force, gracePeriodSeconds);
        operations.start(resource, executionId, action, steps);
        turn.begun(operations, executionId);
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionSucceeded event) {
        if (!event.executionId().equals(executionId)) {
            carryOut();
            return;
        }
        SagaLifecycle.end();
        if (action == ResourceAction.STOP) {
            stopped(event.result().exitCode());
        } else if (event.result().runtime() == null) {
            fail(operations.noRuntime());
        } else {
            operations.tell(
                    new RecordResourceStarted(resourceId, executionId, event.result().runtime()));
        }
    }

    /** Compute goes first: once the resource is stopped it may be started on what it claims. */
    private void stopped(Integer exitCode) {
        var resource = operations.busyWith(resourceId, executionId);
        if (resource != null && resource.computeWhenStopped() == ComputeWhenStopped.RELEASE) {
            operations.releaseCompute(resource.nodeId(), resourceId);
        }
        operations.tell(new RecordResourceStopped(resourceId, executionId, exitCode));
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionFailed event) {
        unsuccessful(event.executionId(), event.failure());
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(ExecutionCancelled event) {
        unsuccessful(event.executionId(), event.failure());
    }

    private void unsuccessful(ExecutionId ended, Failure failure) {
        if (!ended.equals(executionId)) {
            carryOut();
            return;
        }
        SagaLifecycle.end();
        fail(failure);
    }

    private void fail(Failure failure) {
        operations.tell(new RecordActionFailed(resourceId, executionId, action, failure));
    }
}
