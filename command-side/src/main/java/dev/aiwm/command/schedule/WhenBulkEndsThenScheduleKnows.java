package dev.aiwm.command.schedule;

import dev.aiwm.command.api.KnownResources;
import dev.aiwm.command.bulk.KnownBulks;
import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.bulk.BulkItem;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.BulkStatus;
import dev.aiwm.contracts.bulk.event.BulkEnded;
import dev.aiwm.contracts.bulk.event.BulkItemEnded;
import dev.aiwm.contracts.bulk.task.DeleteSnapshotTask;
import dev.aiwm.contracts.bulk.task.SnapshotTask;
import dev.aiwm.contracts.resource.Snapshot;
import dev.aiwm.contracts.schedule.RunOutcome;
import dev.aiwm.contracts.schedule.command.RecordRetirementEnded;
import dev.aiwm.contracts.schedule.command.RecordScheduleRunEnded;
import dev.aiwm.contracts.schedule.command.RecordScheduledSnapshot;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;

/** Tells a schedule what became of the work that it wanted. */
@Component
@DisallowReplay
@ProcessingGroup(WhenBulkEndsThenScheduleKnows.GROUP)
class WhenBulkEndsThenScheduleKnows {
    static final String GROUP = "when-bulk-ends-then-schedule-knows";

    private static final String POLICY = "policy";

    private final KnownBulks bulks;
    private final KnownResources resources;
    private final Commands commands;

    WhenBulkEndsThenScheduleKnows(KnownBulks bulks, KnownResources resources, Commands commands) {
        this.bulks = bulks;
        this.resources = resources;
        this.commands = commands;
    }

    @EventHandler
    void react(BulkItemEnded event) {
        if (event.scheduleId() == null) {
            return;
        }
        var task = bulks.require(event.bulkId()).task();
        if (task instanceof DeleteSnapshotTask retirement) {
            commands.sendAs(
                    POLICY,
                    new RecordRetirementEnded(
                            event.scheduleId(),
                            event.resourceId(),
                            retirement.snapshotId(),
                            event.failure()));
        } else if (task instanceof SnapshotTask && event.status().isGood()) {
            commands.sendAs(
                    POLICY,
                    new RecordScheduledSnapshot(
                            event.scheduleId(),
                            event.resourceId(),
                            SnapshotId.of(event.executionId().value()),
                            presentOn(event)));
        }
    }

    private List<SnapshotId> presentOn(BulkItemEnded event) {
        return resources.find(event.resourceId()).stream()
                .flatMap(state -> state.snapshots().stream())
                .map(Snapshot::snapshotId)
                .toList();
    }

    @EventHandler
    void react(BulkEnded event) {
        if (event.scheduleId() == null) {
            return;
        }
        var bulk = bulks.require(event.bulkId());
        commands.sendAs(
                POLICY,
                new RecordScheduleRunEnded(
                        event.scheduleId(),
                        event.bulkId(),
                        outcome(event.status()),
                        firstFailure(bulk)));
    }

    private static RunOutcome outcome(BulkStatus status) {
        return switch (status) {
            case SUCCEEDED -> RunOutcome.SUCCEEDED;
            case CANCELLED -> RunOutcome.CANCELLED;
            case FAILED, RUNNING, CANCELLING, UNKNOWN -> RunOutcome.FAILED;
        };
    }

    private static Failure firstFailure(BulkState bulk) {
        return bulk.items().stream()
                .map(BulkItem::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
