package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.bulk.KnownBulks;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.ItemStatus;
import dev.aiwm.contracts.bulk.command.RecordBulkItemEnded;

import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;

class DiscardingNewsOfItemsTest extends RestTest {
    private static final String LETTERS = "/api/admin/dead-letters?processor=bulk-item";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void an_item_whose_end_is_discarded_has_failed_and_the_next_has_its_turn() {
        String first = resource("auto-deaf-1");
        String second = resource("auto-deaf-2");
        rest.bean(CommandBus.class)
                .registerDispatchInterceptor(
                        messages ->
                                (index, message) -> {
                                    refuseTheFirst(message);
                                    return message;
                                });
        var started =
                rest.post(
                                "/api/resources/bulk",
                                """
                                {"operation": {"action": "stop"}, "parallelism": 1,
                                 "ids": ["%s", "%s"]}
                                """
                                        .formatted(first, second))
                        .expect(202);
        var bulk = BulkId.of(started.at("/bulkId"));

        String letter =
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(DiscardingNewsOfItemsTest::letter, Objects::nonNull);
        assertThat(state(bulk).items().get(0).status()).isEqualTo(ItemStatus.RUNNING);
        rest.delete("/api/admin/dead-letters/" + letter).expect(202);

        Awaitility.await().atMost(PATIENCE).until(() -> state(bulk).status().isEnded());
        var items = state(bulk).items();
        assertThat(items.get(0).status()).isEqualTo(ItemStatus.FAILED);
        assertThat(items.get(0).failure().code())
                .isEqualTo(RejectionCode.FAILED_BY_OPERATOR.name());
        assertThat(items.get(0).failure().message()).startsWith("its end");
        assertThat(items.get(1).status()).isEqualTo(ItemStatus.SUCCEEDED);
    }

    private static String resource(String name) {
        return rest.post("/api/resources", Rest.container(name, ""), "Prefer", "wait=30")
                .expect(201)
                .at("/_id");
    }

    /** What the saga hears of the first resource it cannot pass on. */
    private static void refuseTheFirst(CommandMessage<?> message) {
        if (message.getPayload() instanceof RecordBulkItemEnded end
                && end.item() == 0
                && end.status() == ItemStatus.SUCCEEDED) {
            throw new IllegalStateException("out of order");
        }
    }

    private static String letter() {
        var items = rest.get(LETTERS).expect(200).json().path("items");
        return items.isEmpty() ? null : items.get(0).path("id").asString();
    }

    private static BulkState state(BulkId id) {
        return rest.bean(KnownBulks.class).require(id);
    }
}
