package dev.aiwm.query;

import dev.aiwm.rules.Architecture;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final Architecture architecture = Architecture.of(ArchitectureTest.class);

    @Test
    void query_side_keeps_the_house_rules() {
        architecture.keepsTheHouseRules();
    }

    @Test
    void query_side_has_no_cycles_between_features() {
        architecture.hasNoCyclesBetweenFeatures();
    }
}
