package dev.aiwm.contracts.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

class AllocationsTest {
    private static final int STEPS = 2_000;
    private static final int RESOURCES = 300;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void it_holds_what_an_ordinary_map_holds(long seed) {
        var random = new Random(seed);
        var expected = new TreeMap<String, Allocation>();
        var all = Allocations.NONE;
        for (int i = 0; i < STEPS; i++) {
            var id = id(random.nextInt(RESOURCES));
            if (random.nextInt(3) == 0) {
                expected.remove(id.value());
                all = all.without(id);
            } else {
                var entry = held(id, random);
                expected.put(id.value(), entry);
                all = all.with(entry);
            }
            assertThat(all.get(id.value())).isEqualTo(expected.get(id.value()));
            assertThat(all.amounts()).isEqualTo(sum(expected.values()));
        }
        assertThat(all).isEqualTo(expected).hasSize(expected.size());
        assertThat(new ArrayList<>(all.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
        assertThat(all.holdersOfPieces())
                .isEqualTo(
                        expected.values().stream()
                                .filter(it -> !it.claims().gpuIds().isEmpty())
                                .toList());
    }

    @Test
    void the_order_of_additions_does_not_show() {
        var entries = new ArrayList<Allocation>();
        for (int i = 0; i < 100; i++) {
            entries.add(held(id(i), new Random(i)));
        }
        var forwards = Allocations.NONE;
        for (var entry : entries) {
            forwards = forwards.with(entry);
        }
        var backwards = Allocations.NONE;
        for (int i = entries.size() - 1; i >= 0; i--) {
            backwards = backwards.with(entries.get(i));
        }
        assertThat(backwards).isEqualTo(forwards);
        assertThat(backwards.amounts()).isEqualTo(forwards.amounts());
    }

    @Test
    void what_it_was_made_from_stays_as_it_was() {
        var one = Allocations.NONE.with(held(id(1), new Random(1)));
        var two = one.with(held(id(2), new Random(2)));
        assertThat(two.without(id(1))).containsOnlyKeys(id(2).value());
        assertThat(two).containsOnlyKeys(id(1).value(), id(2).value());
        assertThat(one).containsOnlyKeys(id(1).value());
        assertThat(Allocations.NONE).isEmpty();
    }

    private static ResourceId id(int number) {
        return new ResourceId("%024x".formatted(number));
    }

    private static Allocation held(ResourceId id, Random random) {
        List<String> gpus =
                random.nextInt(4) == 0 ? List.of("GPU-" + random.nextInt(8)) : List.of();
        var claims =
                new Claims(
                        random.nextInt(80) / 10.0,
                        random.nextInt(4_096),
                        random.nextInt(100),
                        gpus,
                        List.of(),
                        List.of(),
                        List.of());
        return new Allocation(id, "name", claims, true, null, NOW);
    }

    private static ClaimedAmounts sum(Iterable<Allocation> entries) {
        var sum = ClaimedAmounts.NONE;
        for (var entry : entries) {
            sum = sum.plus(ClaimedAmounts.of(entry.claims()));
        }
        return sum;
    }
}
