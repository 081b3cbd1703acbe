package dev.aiwm.command.saga;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.SizePart;
import dev.aiwm.contracts.resource.SnapshotFacts;
import dev.aiwm.contracts.resource.command.RecordActionFailed;
import dev.aiwm.contracts.resource.command.RecordResourcePaused;
import dev.aiwm.contracts.resource.command.RecordResourceResized;
import dev.aiwm.contracts.resource.command.RecordResourceResumed;
import dev.aiwm.contracts.resource.command.RecordSnapshotDeleted;
import dev.aiwm.contracts.resource.command.RecordSnapshotRestored;
import dev.aiwm.contracts.resource.command.RecordSnapshotTaken;
import dev.aiwm.contracts.resource.command.ResourceCommand;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What the saga of an adjustment does.
 *
 * <p>While a resource is resized the ledger has for it the larger of both sizes, so that neither is
 * ever missing; when it has ended, and the resource knows how, the rest goes back. A restore that
 * may start a stopped machine has what it computes with first, as a start has.
 */
@Component
class Adjustments {
    private final Operations operations;
    private final Clock clock;

    Adjustments(Operations operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    /** Begins the execution in any case, as whoever displaces it waits for its end. */
    void begin(
            ResourceId resourceId,
            ExecutionId executionId,
            ResourceAction action,
            SnapshotId snapshotId) {
        var resource = operations.states().resource(resourceId);
        Optional<Failure> refused =
                resource.resize() == null
                        ? Optional.empty()
                        : operations.extend(resource, resource.resize().claims());
        operations.start(resource, executionId, action, steps(resource, action, snapshotId));
        refused.ifPresent(failure -> operations.cancel(executionId, failure.message()));
    }

    private List<StepPlan> steps(
            ResourceState resource, ResourceAction action, SnapshotId snapshotId) {
        var plans = operations.plans();
        return switch (action) {
            case PAUSE -> plans.pause(resource);
            case RESUME -> plans.resume(resource);
            case RESIZE -> plans.resize(resource);
            case SNAPSHOT -> plans.snapshot(resource, snapshotId);
            case RESTORE_SNAPSHOT -> plans.restoreSnapshot(resource, snapshotId);
            case DELETE_SNAPSHOT -> plans.deleteSnapshot(resource, snapshotId);
            case CREATE, START, STOP, RESTART, DELETE, CUSTOM, UNKNOWN ->
                    throw new IllegalStateException("not an adjustment: " + action);
        };
    }

    void giveUp(ExecutionId executionId, String reason) {
        operations.cancel(executionId, reason);
    }

    void succeeded(
            ResourceId resourceId,
            ExecutionId executionId,
            ResourceAction action,
            SnapshotId snapshotId,
            StepResult result) {
        var report = report(resourceId, executionId, action, snapshotId, result);
        if (report.isEmpty()) {
            failed(resourceId, executionId, action, unclear(), false);
            return;
        }
        tidy(operations.tell(report.get()), action);
    }

    /** Empty when the node did not say what it would have to. */
    private static Optional<ResourceCommand> report(
            ResourceId resourceId,
            ExecutionId executionId,
            ResourceAction action,
            SnapshotId snapshotId,
            StepResult result) {
        return switch (action) {
            case PAUSE -> Optional.of(new RecordResourcePaused(resourceId, executionId));
            case RESUME ->
                    Optional.ofNullable(result.runtime())
                            .map(it -> new RecordResourceResumed(resourceId, executionId, it));
            case RESIZE ->
                    Optional.of(
                            new RecordResourceResized(
                                    resourceId,
                                    executionId,
                                    SizePart.list(result.details().get(StepResult.FROM_NEXT_START)),
                                    result.runtime()));
            case SNAPSHOT ->
                    SnapshotFacts.of(result.details())
                            .filter(facts -> facts.snapshotId().equals(snapshotId))
                            .map(facts -> new RecordSnapshotTaken(resourceId, executionId, facts));
            case RESTORE_SNAPSHOT ->
                    Optional.ofNullable(result.state())
                            .map(
                                    state ->
                                            new RecordSnapshotRestored(
                                                    resourceId,
                                                    executionId,
                                                    state,
                                                    result.runtime()));
            case DELETE_SNAPSHOT -> Optional.of(new RecordSnapshotDeleted(resourceId, executionId));
            case CREATE, START, STOP, RESTART, DELETE, CUSTOM, UNKNOWN -> Optional.empty();
        };
    }

    /** What could not be undone may still use what was claimed for it, so that stays claimed. */
    void failed(
            ResourceId resourceId,
            ExecutionId executionId,
            ResourceAction action,
            Failure failure,
            boolean leftover) {
        var resource =
                operations.tell(new RecordActionFailed(resourceId, executionId, action, failure));
        if (!leftover) {
            tidy(resource, action);
        }
    }

    private void tidy(ResourceState resource, ResourceAction action) {
        if (action == ResourceAction.RESIZE) {
            operations.settle(resource);
        }
        boolean rests = resource.operation() == null && resource.status() == ResourceStatus.STOPPED;
        if (action == ResourceAction.RESTORE_SNAPSHOT
                && rests
                && resource.computeWhenStopped() == ComputeWhenStopped.RELEASE) {
            operations.releaseCompute(resource.nodeId(), resource.resourceId());
        }
    }

    private Failure unclear() {
        return new Failure(
                RejectionCode.INTERNAL.name(),
                "the node did not say what became of it",
                clock.instant());
    }
}
