package dev.aiwm.support.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.sample.CounterApplication;

import org.axonframework.messaging.timeout.HandlerTimeoutHandlerEnhancerDefinition;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class AxonPartsTest {
    private static final String AXON = "org.axonframework.springboot.autoconfig.";

    @TempDir Path data;

    @Test
    void no_handler_is_interrupted_and_no_update_is_looked_for() {
        try (var program = CounterApplication.start(data)) {
            assertThat(program.getBeansOfType(HandlerTimeoutHandlerEnhancerDefinition.class))
                    .isEmpty();
            assertThat(program.getBeansOfType(UpdateChecker.class)).isEmpty();
            assertThat(program.getBeanDefinitionNames())
                    .noneMatch(name -> name.startsWith(AXON + "AxonTimeout"))
                    .noneMatch(name -> name.startsWith(AXON + "UpdateChecker"))
                    .noneMatch(name -> name.startsWith(AXON + "AxonServer"))
                    .anyMatch(name -> name.startsWith(AXON + "AxonAutoConfiguration"));
            assertThat(program.getEnvironment().getProperty("axon.timeout.enabled"))
                    .isEqualTo("false");
        }
    }

    @Test
    void every_part_left_out_by_name_exists() {
        assertThat(AxonParts.NEVER)
                .allSatisfy(
                        name ->
                                assertThat(getClass().getResource(fileOf(name)))
                                        .as(name)
                                        .isNotNull());
    }

    private static String fileOf(String className) {
        return "/" + className.replace('.', '/') + ".class";
    }
}
