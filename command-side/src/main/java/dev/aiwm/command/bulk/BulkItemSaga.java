package dev.aiwm.command.bulk;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.bulk.ItemStatus;
import dev.aiwm.contracts.bulk.command.RecordBulkItemEnded;
import dev.aiwm.contracts.bulk.event.BulkItemBegun;
import dev.aiwm.contracts.bulk.event.BulkItemEnded;
import dev.aiwm.contracts.resource.event.EndsOperation;
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.util.Optional;

/**
 * Hears how it went with one resource of a bulk operation: its operation ends, or another displaces
 * it, which is the only way in which an operation ends unheard.
 */
@Saga
@ProcessingGroup(BulkItemSaga.GROUP)
public class BulkItemSaga {
    static final String GROUP = "bulk-item";

    private static final String RESOURCE = "resourceId";
    private static final String EXECUTION = "executionId";
    private static final String ORIGIN = "saga";

    private BulkId bulkId;
    private int item;
    private ExecutionId executionId;
    private transient Commands commands;

    @Autowired
    void with(Commands present) {
        this.commands = present;
    }

    @StartSaga
    @SagaEventHandler(associationProperty = EXECUTION)
    void on(BulkItemBegun event) {
        bulkId = event.bulkId();
        item = event.item();
        executionId = event.executionId();
        SagaLifecycle.associateWith(RESOURCE, event.resourceId().toString());
    }

    @SagaEventHandler(associationProperty = EXECUTION)
    void on(EndsOperation event) {
        if (event instanceof ResourceActionFailed failed) {
            record(ItemStatus.FAILED, failed.failure());
        } else {
            record(ItemStatus.SUCCEEDED, null);
        }
    }

    @SagaEventHandler(associationProperty = RESOURCE)
    void on(ResourceStopRequested event, @Timestamp Instant at) {
        displaced(event.displaced(), "the resource is stopped by force", at);
    }

    @SagaEventHandler(associationProperty = RESOURCE)
    void on(ResourceDeletionRequested event, @Timestamp Instant at) {
        displaced(event.displaced(), "the resource is deleted", at);
    }

    private void displaced(ExecutionId displaced, String why, Instant at) {
        if (executionId.equals(displaced)) {
            var failure = new Failure(RejectionCode.CANCELLED.name(), why, at);
            record(ItemStatus.FAILED, failure);
        }
    }

    private void record(ItemStatus status, Failure failure) {
        commands.sendAs(ORIGIN, new RecordBulkItemEnded(bulkId, item, status, failure));
    }

    /** Whom an event tells, which it may, that its item is over. */
    static Optional<AssociationValue> endOf(Object event) {
        ExecutionId over = null;
        if (event instanceof EndsOperation end) {
            over = end.executionId();
        } else if (event instanceof ResourceStopRequested stop) {
            over = stop.displaced();
        } else if (event instanceof ResourceDeletionRequested deletion) {
            over = deletion.displaced();
        }
        return Optional.ofNullable(over).map(id -> new AssociationValue(EXECUTION, id.toString()));
    }

    BulkId bulkId() {
        return bulkId;
    }

    int item() {
        return item;
    }

    @EndSaga
    @SagaEventHandler(associationProperty = EXECUTION)
    void on(BulkItemEnded event) {
        commands = null;
    }
}
