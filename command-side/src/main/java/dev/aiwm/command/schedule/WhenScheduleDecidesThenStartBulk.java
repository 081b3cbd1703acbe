package dev.aiwm.command.schedule;

import dev.aiwm.command.api.KnownResources;
import dev.aiwm.command.bulk.BulkSettings;
import dev.aiwm.command.bulk.ResourceIndex;
import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.dispatch.OnBehalf;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.BulkTarget;
import dev.aiwm.contracts.bulk.ResourceFilter;
import dev.aiwm.contracts.bulk.command.StartBulk;
import dev.aiwm.contracts.bulk.task.DeleteSnapshotTask;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.schedule.RunOutcome;
import dev.aiwm.contracts.schedule.aim.MatchingResources;
import dev.aiwm.contracts.schedule.aim.OneResource;
import dev.aiwm.contracts.schedule.command.RecordScheduleRunEnded;
import dev.aiwm.contracts.schedule.event.ScheduleRunBegun;
import dev.aiwm.contracts.schedule.event.ScheduledSnapshotRetired;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/** The work of a schedule is a bulk operation, asked for in the name of the schedule's owner. */
@Component
@DisallowReplay
@ProcessingGroup(WhenScheduleDecidesThenStartBulk.GROUP)
class WhenScheduleDecidesThenStartBulk {
    static final String GROUP = "when-schedule-decides-then-start-bulk";

    private static final String POLICY = "policy";
    private static final String SCHEDULE = "schedule";

    private final KnownResources resources;
    private final ResourceIndex index;
    private final BulkSettings settings;
    private final OnBehalf onBehalf;
    private final Commands commands;
    private final Clock clock;

    WhenScheduleDecidesThenStartBulk(
            KnownResources resources,
            ResourceIndex index,
            BulkSettings settings,
            OnBehalf onBehalf,
            Commands commands,
            Clock clock) {
        this.resources = resources;
        this.index = index;
        this.settings = settings;
        this.onBehalf = onBehalf;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void react(
            ScheduleRunBegun event,
            @MetaDataValue(MetadataKeys.CORRELATION_ID) String correlationId) {
        var filter = event.target() instanceof MatchingResources many ? many.filter() : null;
        List<BulkTarget> targets =
                event.target() instanceof OneResource one
                        ? List.of(target(one.resourceId()))
                        : matching(filter, event.owner());
        if (targets.size() > settings.mostResources()) {
            refuse(event, "more than " + settings.mostResources() + " resources match");
            return;
        }
        start(
                new StartBulk(
                        event.bulkId(),
                        event.task(),
                        event.owner(),
                        filter,
                        targets,
                        event.parallelism(),
                        event.scheduleId()),
                correlationId);
    }

    private List<BulkTarget> matching(ResourceFilter filter, Owner owner) {
        return index.find(filter, owner.orgId(), settings.mostResources()).stream()
                .map(state -> new BulkTarget(state.resourceId(), state.name()))
                .toList();
    }

    private BulkTarget target(ResourceId id) {
        String name = resources.find(id).map(ResourceState::name).orElse(id.value());
        return new BulkTarget(id, name);
    }

    private void refuse(ScheduleRunBegun event, String why) {
        var failure = new Failure(RejectionCode.TOO_MANY_RESOURCES.name(), why, clock.instant());
        commands.sendAs(
                POLICY,
                new RecordScheduleRunEnded(
                        event.scheduleId(), event.bulkId(), RunOutcome.REFUSED, failure));
    }

    @EventHandler
    void react(
            ScheduledSnapshotRetired event,
            @MetaDataValue(MetadataKeys.CORRELATION_ID) String correlationId) {
        start(
                new StartBulk(
                        event.bulkId(),
                        new DeleteSnapshotTask(event.snapshotId()),
                        event.owner(),
                        null,
                        List.of(target(event.resourceId())),
                        1,
                        event.scheduleId()),
                correlationId);
    }

    private void start(StartBulk command, String correlationId) {
        BulkState unused =
                onBehalf.of(command.owner(), SCHEDULE, correlationId, () -> commands.send(command));
    }
}
