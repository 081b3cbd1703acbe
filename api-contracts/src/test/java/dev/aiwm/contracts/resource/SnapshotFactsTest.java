package dev.aiwm.contracts.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.SnapshotId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class SnapshotFactsTest {
    private static final SnapshotFacts FACTS =
            new SnapshotFacts(
                    SnapshotId.of("65a1b2c3d4e5f60718293a4b"),
                    SnapshotId.of("65a1b2c3d4e5f60718293a4c"),
                    SnapshotConsistency.MEMORY,
                    1_000L,
                    2_000L,
                    Instant.parse("2026-03-04T12:00:00Z"));

    @Test
    void are_read_from_the_details_of_a_result_as_they_were_written() {
        assertThat(SnapshotFacts.of(FACTS.details())).contains(FACTS);
    }

    @Test
    void what_an_engine_cannot_tell_stays_absent() {
        var little =
                new SnapshotFacts(
                        FACTS.snapshotId(),
                        null,
                        SnapshotConsistency.OFFLINE,
                        null,
                        null,
                        FACTS.createdAt());

        assertThat(little.details()).hasSize(3);
        assertThat(SnapshotFacts.of(little.details())).contains(little);
    }

    @Test
    void details_of_something_else_or_in_disorder_are_no_facts() {
        assertThat(SnapshotFacts.of(Map.of("vmId", "1"))).isEmpty();
        for (var name : List.of("snapshotId", "createdAt", "diskBytes", "parent")) {
            var details = new HashMap<>(FACTS.details());
            details.put(name, "?");
            assertThat(SnapshotFacts.of(details)).as(name).isEmpty();
        }
    }

    @Test
    void a_consistency_nobody_knows_is_unknown() {
        var details = new HashMap<>(FACTS.details());
        details.put("consistency", "made-up-later");

        assertThat(SnapshotFacts.of(details).orElseThrow().consistency())
                .isEqualTo(SnapshotConsistency.UNKNOWN);
    }

    @Test
    void parts_of_a_size_are_listed_in_one_word() {
        assertThat(SizePart.list(List.of(SizePart.DISK, SizePart.CPU))).isEqualTo("cpu,disk");
        assertThat(SizePart.list("disk,cpu,made-up-later"))
                .containsExactly(SizePart.CPU, SizePart.DISK);
        assertThat(SizePart.list("")).isEmpty();
        assertThat(SizePart.list((String) null)).isEmpty();
    }
}
