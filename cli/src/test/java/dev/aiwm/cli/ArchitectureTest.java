package dev.aiwm.cli;

import dev.aiwm.rules.Architecture;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final Architecture architecture = Architecture.of(ArchitectureTest.class);

    @Test
    void cli_keeps_the_house_rules() {
        architecture.keepsTheHouseRules();
    }

    @Test
    void cli_has_no_cycles_between_features() {
        architecture.hasNoCyclesBetweenFeatures();
    }

    @Test
    void cli_is_a_client_with_few_libraries() {
        architecture.dependsOnlyOn(
                "picocli..",
                "tools.jackson..",
                "org.yaml.snakeyaml..",
                "dev.aiwm.contracts.proof..");
    }
}
