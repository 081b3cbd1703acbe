package dev.aiwm.contracts.bulk;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Fold;
import dev.aiwm.contracts.bulk.event.BulkCancellationRequested;
import dev.aiwm.contracts.bulk.event.BulkEnded;
import dev.aiwm.contracts.bulk.event.BulkEvent;
import dev.aiwm.contracts.bulk.event.BulkItemBegun;
import dev.aiwm.contracts.bulk.event.BulkItemEnded;
import dev.aiwm.contracts.bulk.event.BulkStarted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the events of a bulk operation add up to. */
public final class BulkFold {
    private static final Fold<BulkState, BulkEvent> FOLD =
            Fold.<BulkState, BulkEvent>over(BulkEvent.class)
                    .on(BulkStarted.class, BulkFold::started)
                    .on(BulkItemBegun.class, BulkFold::begun)
                    .on(BulkItemEnded.class, BulkFold::itemEnded)
                    .on(BulkCancellationRequested.class, BulkFold::cancelled)
                    .on(BulkEnded.class, BulkFold::ended)
                    .total();

    private BulkFold() {}

    public static BulkState evolve(BulkState before, BulkEvent event, EventFacts facts) {
        return FOLD.evolve(before, event, facts);
    }

    private static BulkState started(BulkState before, BulkStarted event, EventFacts facts) {
        return new BulkState(
                event.bulkId(),
                event.task(),
                event.owner(),
                event.filter(),
                event.parallelism(),
                event.scheduleId(),
                BulkStatus.RUNNING,
                event.targets().stream().map(BulkItem::waiting).toList(),
                null,
                facts.timestamp(),
                null,
                facts.timestamp(),
                facts.sequence());
    }

    private static BulkState begun(BulkState before, BulkItemBegun event, EventFacts facts) {
        var item = before.items().get(event.item()).begun(event.executionId(), facts.timestamp());
        return with(before, replaced(before, event.item(), item), facts);
    }

    private static BulkState itemEnded(BulkState before, BulkItemEnded event, EventFacts facts) {
        var item =
                before.items()
                        .get(event.item())
                        .ended(event.status(), event.failure(), facts.timestamp());
        return with(before, replaced(before, event.item(), item), facts);
    }

    private static BulkState cancelled(
            BulkState before, BulkCancellationRequested event, EventFacts facts) {
        var items = new ArrayList<>(before.items());
        items.replaceAll(
                item ->
                        item.status() == ItemStatus.WAITING
                                ? item.ended(ItemStatus.CANCELLED, null, facts.timestamp())
                                : item);
        return with(before, items, BulkStatus.CANCELLING, event.reason(), null, facts);
    }

    private static BulkState ended(BulkState before, BulkEnded event, EventFacts facts) {
        return with(
                before,
                before.items(),
                event.status(),
                before.cancelReason(),
                facts.timestamp(),
                facts);
    }

    private static List<BulkItem> replaced(BulkState before, int index, BulkItem item) {
        var items = new ArrayList<>(before.items());
        items.set(index, item);
        return items;
    }

    private static BulkState with(BulkState before, List<BulkItem> items, EventFacts facts) {
        return with(before, items, before.status(), before.cancelReason(), null, facts);
    }

    private static BulkState with(
            BulkState before,
            List<BulkItem> items,
            BulkStatus status,
            String cancelReason,
            Instant endedAt,
            EventFacts facts) {
        return new BulkState(
                before.bulkId(),
                before.task(),
                before.owner(),
                before.filter(),
                before.parallelism(),
                before.scheduleId(),
                status,
                items,
                cancelReason,
                before.startedAt(),
                endedAt,
                facts.timestamp(),
                facts.sequence());
    }
}
