package dev.aiwm.command.clock;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.execution.event.CompensationStarted;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionDeadlineMoved;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionRetried;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.GracefulCancellationRequested;
import dev.aiwm.contracts.execution.event.StepCompensated;
import dev.aiwm.contracts.execution.event.StepCompensationFailed;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepFailed;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.execution.event.StepSent;
import dev.aiwm.contracts.execution.event.StepSkipped;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.NodeRemoved;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.node.event.ReservationExpired;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;
import dev.aiwm.contracts.resource.event.ResourceDivergenceAccepted;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceLost;
import dev.aiwm.contracts.resource.event.ResourceObserved;
import dev.aiwm.contracts.resource.event.ResourcePauseRequested;
import dev.aiwm.contracts.resource.event.ResourceResizeRequested;
import dev.aiwm.contracts.resource.event.ResourceRestartRequested;
import dev.aiwm.contracts.resource.event.ResourceRestorationGivenUp;
import dev.aiwm.contracts.resource.event.ResourceRestorationScheduled;
import dev.aiwm.contracts.resource.event.ResourceRestorationStarted;
import dev.aiwm.contracts.resource.event.ResourceResumeRequested;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;
import dev.aiwm.contracts.resource.event.SnapshotDeletionRequested;
import dev.aiwm.contracts.resource.event.SnapshotRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestoreRequested;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.projection.CollectionIndex;
import dev.aiwm.support.projection.IndexProjection;
import dev.aiwm.support.projection.IndexWrites;

import java.util.List;
import java.util.Set;

/** Which deadlines events set, move and lift. */
final class DueProjection {
    private static final String AGGREGATE = "aggregate";

    private static final Set<Class<? extends ResourceEvent>> LIFTING =
            Set.of(
                    ResourceObserved.class,
                    ResourceLost.class,
                    ResourceDivergenceAccepted.class,
                    ResourceRestorationStarted.class,
                    ResourceRestorationGivenUp.class,
                    ResourceStartRequested.class,
                    ResourceStopRequested.class,
                    ResourceRestartRequested.class,
                    ResourcePauseRequested.class,
                    ResourceResumeRequested.class,
                    ResourceResizeRequested.class,
                    SnapshotRequested.class,
                    SnapshotRestoreRequested.class,
                    SnapshotDeletionRequested.class,
                    ResourceDeletionRequested.class);

    private DueProjection() {}

    static IndexProjection definition() {
        return new IndexProjection(
                "due",
                3,
                List.of(
                        ExecutionEvent.class,
                        NodeEvent.class,
                        ResourceEvent.class,
                        ScheduleEvent.class),
                DueProjection::on,
                List.of(CollectionIndex.on(Deadline.DUE_AT), CollectionIndex.on(AGGREGATE)));
    }

    static void on(LoggedEvent logged, IndexWrites writes) {
        if (logged.payload() instanceof NodeEvent event) {
            onNode(event, logged, writes);
            DueClaims.on(event, logged, writes);
        } else if (logged.payload() instanceof ExecutionEvent event) {
            onExecution(event, logged, writes);
            onStepEnd(event, writes);
        } else if (logged.payload() instanceof ResourceEvent event) {
            onResource(event, logged, writes);
            DueClaims.on(event, writes);
        } else if (logged.payload() instanceof ScheduleEvent event) {
            DueSchedules.on(event, writes);
        }
    }

    private static void onNode(NodeEvent event, LoggedEvent logged, IndexWrites writes) {
        if (event instanceof CapacityReserved reserved) {
            put(
                    writes,
                    logged,
                    Deadline.reservation(
                            reserved.nodeId(), reserved.resourceId(), reserved.expiresAt()));
        } else if (event instanceof ReservationConfirmed over) {
            lift(writes, over, over.resourceId());
        } else if (event instanceof ReservationExpired over) {
            lift(writes, over, over.resourceId());
        } else if (event instanceof CapacityReleased over) {
            lift(writes, over, over.resourceId());
        } else if (event instanceof NodeRemoved removed) {
            writes.removeAll(AGGREGATE, removed.nodeId().toString());
        }
    }

    /** Whatever is wished or seen anew lifts it; one that still waits is set again after that. */
    private static void onResource(ResourceEvent event, LoggedEvent logged, IndexWrites writes) {
        if (event instanceof ResourceRestorationScheduled scheduled) {
            put(writes, logged, Deadline.restoration(scheduled));
        } else if (LIFTING.contains(event.getClass())) {
            writes.remove(Deadline.restorationId(event.resourceId()));
        }
    }

    private static void lift(IndexWrites writes, NodeEvent event, ResourceId resourceId) {
        writes.remove(Deadline.reservationId(event.nodeId(), resourceId));
    }

    private static void onExecution(ExecutionEvent event, LoggedEvent logged, IndexWrites writes) {
        if (event instanceof ExecutionStarted started) {
            put(writes, logged, Deadline.execution(started.executionId(), started.deadline()));
        } else if (event instanceof ExecutionRetried retried) {
            put(writes, logged, Deadline.execution(retried.executionId(), retried.deadline()));
        } else if (event instanceof ExecutionDeadlineMoved moved) {
            put(writes, logged, Deadline.execution(moved.executionId(), moved.deadline()));
        } else if (event instanceof GracefulCancellationRequested asked) {
            put(writes, logged, Deadline.cancellation(asked.executionId(), asked.forcedAt()));
        } else if (event instanceof StepDispatched dispatched) {
            put(writes, logged, Deadline.step(dispatched));
        } else if (event instanceof StepSent sent) {
            put(writes, logged, Deadline.step(sent));
        } else if (event instanceof StepRetryScheduled scheduled) {
            put(writes, logged, Deadline.retry(scheduled));
        } else if (event instanceof CompensationStarted compensation) {
            writes.remove(Deadline.executionId(compensation.executionId()));
            writes.remove(Deadline.cancellationId(compensation.executionId()));
        } else if (event instanceof ExecutionSucceeded
                || event instanceof ExecutionFailed
                || event instanceof ExecutionCancelled) {
            writes.removeAll(AGGREGATE, event.executionId().toString());
        }
    }

    private static void onStepEnd(ExecutionEvent event, IndexWrites writes) {
        if (event instanceof StepSucceeded ended) {
            lift(writes, ended, ended.step());
        } else if (event instanceof StepFailed ended) {
            lift(writes, ended, ended.step());
        } else if (event instanceof StepSkipped ended) {
            lift(writes, ended, ended.step());
        } else if (event instanceof StepCompensated ended) {
            lift(writes, ended, ended.step());
        } else if (event instanceof StepCompensationFailed ended) {
            lift(writes, ended, ended.step());
        }
    }

    private static void lift(IndexWrites writes, ExecutionEvent event, int step) {
        writes.remove(Deadline.stepId(event.executionId(), step));
    }

    static void put(IndexWrites writes, LoggedEvent logged, Deadline deadline) {
        var fields = deadline.fields();
        fields.put(AGGREGATE, logged.aggregateId());
        fields.put(Deadline.CORRELATION, logged.metadata().get(MetadataKeys.CORRELATION_ID));
        writes.put(deadline.id(), fields);
    }
}
