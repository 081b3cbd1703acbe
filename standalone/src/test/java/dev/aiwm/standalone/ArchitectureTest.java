package dev.aiwm.standalone;

import dev.aiwm.rules.Architecture;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final Architecture architecture = Architecture.of(ArchitectureTest.class);

    @Test
    void standalone_keeps_the_house_rules() {
        architecture.keepsTheHouseRules();
    }

    @Test
    void standalone_is_wiring_and_knows_no_aggregate_projection_or_event() {
        architecture.dependsOnlyOn(
                "dev.aiwm.command",
                "dev.aiwm.command.identity",
                "dev.aiwm.query",
                "dev.aiwm.nodeagent..",
                "dev.aiwm.web.identity",
                "dev.aiwm.contracts",
                "org.springframework..",
                "org.slf4j..",
                "jakarta..",
                "tools.jackson..");
    }
}
