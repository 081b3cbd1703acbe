package dev.aiwm.contracts;

import dev.aiwm.rules.Architecture;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final Architecture architecture = Architecture.of(ArchitectureTest.class);

    @Test
    void contracts_keep_the_house_rules() {
        architecture.keepsTheHouseRules();
    }

    @Test
    void contracts_are_annotated_records_and_nothing_that_runs() {
        architecture.dependsOnlyOn(
                "com.fasterxml.jackson.annotation..",
                "jakarta.validation..",
                "org.axonframework.modelling.command",
                "org.axonframework.serialization");
    }
}
