package dev.aiwm.command.saga;

import dev.aiwm.command.deadletter.Discarded;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.resource.Operation;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.command.RecordActionFailed;
import dev.aiwm.contracts.resource.command.RecordProvisioningFailed;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.support.deadletter.DiscardedEvents;

import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;

import java.time.Clock;

/**
 * An operation whose saga never hears of its beginning, or of its end, has failed: nobody else
 * would ever say so. An execution that it never began is there nonetheless, and has failed, for
 * those who wait for its end.
 *
 * <p>What a node may have done stays claimed until the resource is deleted. All other events leave
 * an operation that still comes to its end by itself.
 */
@Component
class DiscardedOperations implements DiscardedEvents {
    private final Operations operations;
    private final Clock clock;

    DiscardedOperations(Operations operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public void discarded(String processor, DomainEventMessage<?> event) {
        Object payload = event.getPayload();
        var failure = Discarded.failure(event.getPayloadType().getSimpleName(), clock.instant());
        if (payload instanceof ResourceEvent wish) {
            begun(wish.resourceId(), processor, event.getSequenceNumber(), failure);
        } else if (payload instanceof ExecutionSucceeded ended) {
            ended(ended.executionId(), ended.subject(), ended.action(), processor, failure);
        } else if (payload instanceof ExecutionFailed ended) {
            ended(ended.executionId(), ended.subject(), ended.action(), processor, failure);
        } else if (payload instanceof ExecutionCancelled ended) {
            ended(ended.executionId(), ended.subject(), ended.action(), processor, failure);
        }
    }

    /** An event that begins an operation has been its saga's first. */
    private void begun(ResourceId id, String processor, long sequence, Failure failure) {
        var states = operations.states();
        var operation = states.resourceAt(id, sequence).operation();
        var before = sequence == 0 ? null : states.resourceAt(id, sequence - 1).operation();
        if (isOf(processor, operation)
                && (before == null || !before.executionId().equals(operation.executionId()))) {
            fail(states.resource(id), operation, failure);
        }
    }

    /** Its saga hears that an execution has ended, and so does one that waits to begin its own. */
    private void ended(
            ExecutionId ended,
            ResourceRef subject,
            ResourceAction action,
            String processor,
            Failure failure) {
        if (action == ResourceAction.CUSTOM) {
            return;
        }
        var resource = operations.states().resource(ResourceId.of(subject.id()));
        var operation = resource.operation();
        if (isOf(processor, operation)
                && (operation.executionId().equals(ended)
                        || operations.states().execution(operation.executionId()) == null)) {
            fail(resource, operation, failure);
        }
    }

    private void fail(ResourceState resource, Operation operation, Failure failure) {
        var id = resource.resourceId();
        var execution = operation.executionId();
        boolean untouched = operations.states().execution(execution) == null;
        operations.neverBegun(resource, execution, operation.action(), failure);
        if (operation.action() == ResourceAction.CREATE) {
            if (untouched && operations.busyWith(id, execution) != null) {
                operations.releaseCapacity(resource.nodeId(), id, "provisioning failed");
            }
            operations.tell(new RecordProvisioningFailed(id, execution, failure));
            return;
        }
        var after =
                operations.tell(new RecordActionFailed(id, execution, operation.action(), failure));
        if (untouched && operation.action() == ResourceAction.RESIZE) {
            operations.settle(after);
        }
    }

    private static boolean isOf(String processor, Operation operation) {
        return operation != null && processor.equals(sagaOf(operation.action()));
    }

    private static String sagaOf(ResourceAction action) {
        return switch (action) {
            case CREATE -> ProvisioningSaga.GROUP;
            case START, STOP, RESTART -> LifecycleSaga.GROUP;
            case DELETE -> DeletionSaga.GROUP;
            case PAUSE, RESUME, RESIZE, SNAPSHOT, RESTORE_SNAPSHOT, DELETE_SNAPSHOT ->
                    AdjustmentSaga.GROUP;
            case CUSTOM, UNKNOWN -> null;
        };
    }
}
