package dev.aiwm.support.metrics;

import io.micrometer.core.instrument.MeterRegistry;

import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Figures of messages, where there is a registry for figures. */
@AutoConfiguration(beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
class MetricsAutoConfiguration {

    @Bean
    ConfigurerModule messageMetrics(ObjectProvider<MeterRegistry> registry) {
        var metrics = new MessageMetrics(registry);
        return configurer ->
                configurer.configureMessageMonitor(
                        configuration -> (part, name) -> metrics.create(configuration, part, name));
    }
}
