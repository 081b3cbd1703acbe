package dev.aiwm.support.projection;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.node.ledger.Claims;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class RememberedTextTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final StateJson<Held> json = new StateJson<>(Held.class);

    record Held(List<Allocation> all, String nothing) {}

    private static Allocation held(int ram) {
        return new Allocation(
                ResourceId.random(),
                "näme \"quoted\" %d".formatted(ram),
                Claims.NONE.withAmounts(1, ram, 0),
                true,
                null,
                NOW);
    }

    @Test
    void what_is_written_from_memory_reads_as_what_it_was() {
        var all = IntStream.range(0, 20_000).mapToObj(RememberedTextTest::held).toList();
        var held = new Held(all, null);
        assertThat(json.decode(json.encode(held))).isEqualTo(held);
        assertThat(json.read(json.write(held))).as("a second time").isEqualTo(held);
    }

    @Test
    void another_value_has_another_text_and_an_equal_one_the_same() {
        var one = held(1);
        var same =
                new Allocation(one.resourceId(), one.resourceName(), one.claims(), true, null, NOW);
        assertThat(text(one)).isEqualTo(text(same)).contains("näme \\\"quoted\\\" 1");
        assertThat(text(held(2))).isNotEqualTo(text(one));
    }

    @Test
    void what_is_not_there_is_not_written() {
        assertThat(text(held(1))).doesNotContain("null");
    }

    private String text(Allocation allocation) {
        return new String(json.encode(new Held(List.of(allocation), null)), UTF_8);
    }
}
