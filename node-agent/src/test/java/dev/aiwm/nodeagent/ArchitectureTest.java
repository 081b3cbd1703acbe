package dev.aiwm.nodeagent;

import dev.aiwm.rules.Architecture;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final Architecture architecture = Architecture.of(ArchitectureTest.class);

    @Test
    void node_agent_keeps_the_house_rules() {
        architecture.keepsTheHouseRules();
    }

    @Test
    void node_agent_has_no_cycles_between_features() {
        architecture.hasNoCyclesBetweenFeatures();
    }

    @Test
    void node_agent_is_a_small_program_without_a_framework() {
        architecture.dependsOnlyOn(
                "dev.aiwm.contracts..",
                "tools.jackson..",
                "com.fasterxml.jackson.annotation..",
                "org.slf4j..",
                "oshi..",
                "com.github.dockerjava..",
                "org.libvirt..",
                "com.sun.jna..",
                "javax.xml..",
                "org.w3c.dom..",
                "org.xml.sax..");
    }
}
