package dev.aiwm.command.bulk;

import dev.aiwm.command.deadletter.Discarded;
import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.bulk.ItemStatus;
import dev.aiwm.contracts.bulk.command.RecordBulkItemEnded;
import dev.aiwm.contracts.bulk.event.BulkItemBegun;
import dev.aiwm.support.deadletter.DiscardedEvents;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.springframework.stereotype.Component;

import java.time.Clock;

/**
 * The item of a bulk operation whose beginning nobody acts on, or whose end nobody will hear, has
 * failed: the others wait for their turn behind it. What its resource's own news would have said is
 * told by the saga that waits for them.
 */
@Component
class DiscardedItems implements DiscardedEvents {
    private static final String POLICY = "policy";

    private final Commands commands;
    private final SagaStore<? super BulkItemSaga> sagas;
    private final Clock clock;

    DiscardedItems(Commands commands, SagaStore<? super BulkItemSaga> sagas, Clock clock) {
        this.commands = commands;
        this.sagas = sagas;
        this.clock = clock;
    }

    @Override
    public void discarded(String processor, DomainEventMessage<?> event) {
        boolean heard = processor.equals(BulkItemSaga.GROUP);
        boolean waitedFor = heard || processor.equals(WhenBulkItemBegunThenAct.GROUP);
        if (waitedFor && event.getPayload() instanceof BulkItemBegun begun) {
            failed(begun.bulkId(), begun.item(), "its beginning");
        } else if (heard) {
            BulkItemSaga.endOf(event.getPayload())
                    .ifPresent(end -> sagas.findSagas(BulkItemSaga.class, end).forEach(this::deaf));
        }
    }

    private void deaf(String sagaId) {
        var entry = sagas.loadSaga(BulkItemSaga.class, sagaId);
        if (entry != null) {
            failed(entry.saga().bulkId(), entry.saga().item(), "its end");
        }
    }

    private void failed(BulkId bulk, int item, String what) {
        var failure = Discarded.failure(what, clock.instant());
        commands.sendAs(POLICY, new RecordBulkItemEnded(bulk, item, ItemStatus.FAILED, failure));
    }
}
