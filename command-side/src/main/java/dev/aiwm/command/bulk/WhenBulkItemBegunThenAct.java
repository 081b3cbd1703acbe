package dev.aiwm.command.bulk;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.dispatch.OnBehalf;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.bulk.ItemStatus;
import dev.aiwm.contracts.bulk.command.RecordBulkItemEnded;
import dev.aiwm.contracts.bulk.event.BulkItemBegun;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

import java.time.Clock;

/** Asks of a resource whose turn it is what the bulk operation wants of it. */
@Component
@DisallowReplay
@ProcessingGroup(WhenBulkItemBegunThenAct.GROUP)
class WhenBulkItemBegunThenAct {
    static final String GROUP = "when-bulk-item-begun-then-act";

    private static final String POLICY = "policy";
    private static final String BULK = "bulk";
    private static final String SCHEDULE = "schedule";

    private final TaskDoor door;
    private final OnBehalf onBehalf;
    private final Commands commands;
    private final Clock clock;

    WhenBulkItemBegunThenAct(TaskDoor door, OnBehalf onBehalf, Commands commands, Clock clock) {
        this.door = door;
        this.onBehalf = onBehalf;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void react(
            BulkItemBegun event, @MetaDataValue(MetadataKeys.CORRELATION_ID) String correlationId) {
        String origin = event.scheduleId() == null ? BULK : SCHEDULE;
        try {
            boolean begun =
                    onBehalf.of(
                            event.owner(),
                            origin,
                            correlationId,
                            () ->
                                    door.begin(
                                            event.task(),
                                            event.resourceId(),
                                            event.executionId(),
                                            event.owner()));
            if (!begun) {
                record(event, ItemStatus.UNCHANGED, null);
            }
        } catch (Rejection e) {
            var failure = new Failure(e.code().name(), e.getMessage(), clock.instant());
            record(event, ItemStatus.REFUSED, failure);
        }
    }

    private void record(BulkItemBegun event, ItemStatus status, Failure failure) {
        commands.sendAs(
                POLICY, new RecordBulkItemEnded(event.bulkId(), event.item(), status, failure));
    }
}
