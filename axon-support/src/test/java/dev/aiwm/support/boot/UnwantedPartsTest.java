package dev.aiwm.support.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.sample.CounterApplication;

import org.axonframework.messaging.timeout.HandlerTimeoutHandlerEnhancerDefinition;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aop.framework.autoproxy.AbstractAutoProxyCreator;
import org.springframework.dao.annotation.PersistenceExceptionTranslationPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;

import java.nio.file.Path;

class UnwantedPartsTest {
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
    void no_bean_is_looked_at_for_transactions_or_exceptions() {
        try (var program = CounterApplication.start(data)) {
            assertThat(program.getBeansOfType(AbstractAutoProxyCreator.class)).isEmpty();
            assertThat(program.getBeansOfType(PersistenceExceptionTranslationPostProcessor.class))
                    .isEmpty();
            assertThat(program.getBeansOfType(PlatformTransactionManager.class)).hasSize(1);
        }
    }

    @Test
    void every_part_left_out_by_name_exists() {
        assertThat(UnwantedParts.NEVER)
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
