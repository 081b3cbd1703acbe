package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The two ways in which the packed program comes to its beans. */
class PackedStartTest {
    private static final String SAYS_SO = "Starting AOT-processed Main";

    @TempDir Path folder;

    @BeforeEach
    void requirePacked() {
        assumeTrue(PackagedProgram.isThere("standalone"), "the program is not packed");
    }

    @Test
    void beans_are_those_that_were_found_when_it_was_built() {
        try (var product = Product.start(folder.resolve("data"))) {
            assertThat(product.output()).contains(SAYS_SO);
            runsAContainer(product.api());
        }
    }

    @Test
    void beans_are_looked_for_when_a_setting_may_choose_others() {
        var setting = Map.of("MANAGEMENT_METRICS_ENABLE_JVM", "false");
        try (var product = Product.start(folder.resolve("data"), setting, List.of())) {
            assertThat(product.output()).doesNotContain(SAYS_SO);
            runsAContainer(product.api());
        }
    }

    private static void runsAContainer(Api api) {
        api.awaitField("/api/nodes/local-sim", "/status", "online");
        var created = api.post("/api/resources", Examples.container("packed")).expect(201);
        api.awaitStatus(created.at("/_id"), "running");
    }
}
