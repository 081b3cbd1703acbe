package dev.aiwm.command.bulk;

import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.command.sample.SentCommands;
import dev.aiwm.command.sample.SetClock;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.bulk.BulkStatus;
import dev.aiwm.contracts.bulk.ItemStatus;
import dev.aiwm.contracts.bulk.command.RecordBulkItemEnded;
import dev.aiwm.contracts.bulk.event.BulkEnded;
import dev.aiwm.contracts.bulk.event.BulkItemBegun;
import dev.aiwm.contracts.bulk.task.StartTask;

import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscardingItemsTest {
    private static final BulkId BULK = BulkId.of("65a1b2c3d4e5f60718293a4b");
    private static final BulkItemBegun BEGUN =
            new BulkItemBegun(
                    BULK,
                    3,
                    Samples.resource(3),
                    ExecutionId.of(BULK, 3),
                    new StartTask(),
                    OWNER,
                    null);

    private final SentCommands sent = new SentCommands(RecordBulkItemEnded.class);
    private final DiscardedItems items =
            new DiscardedItems(sent.commands(), new InMemorySagaStore(), new SetClock(NOW));

    @ParameterizedTest
    @ValueSource(strings = {"when-bulk-item-begun-then-act", "bulk-item"})
    void an_item_that_nobody_begins_or_listens_to_has_failed(String processor) {
        items.discarded(processor, SentCommands.event(BEGUN));
        assertThat(sent.all())
                .singleElement()
                .isInstanceOfSatisfying(
                        RecordBulkItemEnded.class,
                        command -> {
                            assertThat(command.bulkId()).isEqualTo(BULK);
                            assertThat(command.item()).isEqualTo(3);
                            assertThat(command.status()).isEqualTo(ItemStatus.FAILED);
                            assertThat(command.failure().code())
                                    .isEqualTo(RejectionCode.FAILED_BY_OPERATOR.name());
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "provisioning"})
    void others_do_not_need_it(String processor) {
        items.discarded(processor, SentCommands.event(BEGUN));
        items.discarded(
                "bulk-item", SentCommands.event(new BulkEnded(BULK, BulkStatus.FAILED, null)));
        assertThat(sent.all()).isEmpty();
    }
}
