package dev.aiwm.web;

import dev.aiwm.rules.Architecture;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final Architecture architecture = Architecture.of(ArchitectureTest.class);

    @Test
    void web_support_keeps_the_house_rules() {
        architecture.keepsTheHouseRules();
    }

    @Test
    void web_support_has_no_cycles_between_features() {
        architecture.hasNoCyclesBetweenFeatures();
    }

    @Test
    void web_support_uses_only_what_is_listed() {
        architecture.dependsOnlyOn(
                "dev.aiwm.contracts..",
                "org.springframework..",
                "org.slf4j",
                "tools.jackson..",
                "com.fasterxml.jackson.annotation..",
                "jakarta..",
                "io.swagger.v3.oas..",
                "org.springdoc..",
                "io.micrometer..",
                "org.apache.catalina..",
                "org.apache.tomcat.util.http..");
    }
}
