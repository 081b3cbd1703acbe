package dev.aiwm.support;

import dev.aiwm.rules.Architecture;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final Architecture architecture = Architecture.of(ArchitectureTest.class);

    @Test
    void axon_support_keeps_the_house_rules() {
        architecture.keepsTheHouseRules();
    }

    @Test
    void axon_support_has_no_cycles_between_features() {
        architecture.hasNoCyclesBetweenFeatures();
    }

    @Test
    void axon_support_uses_only_what_is_listed() {
        architecture.dependsOnlyOn(
                "dev.aiwm.contracts..",
                "org.axonframework..",
                "org.springframework..",
                "org.slf4j",
                "tools.jackson..",
                "com.fasterxml.jackson.annotation..",
                "com.mongodb..",
                "org.bson..",
                "com.zaxxer.hikari..",
                "io.micrometer.core..",
                "io.axoniq.axonserver..",
                "io.grpc",
                "de.bwaldvogel.mongo..",
                "io.netty..",
                "org.h2.mvstore..",
                "org.hsqldb..",
                "org.postgresql..",
                "org.h2.mvstore..",
                "io.netty..",
                "org.postgresql");
    }
}
