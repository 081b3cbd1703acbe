package dev.aiwm.web.metrics;

import dev.aiwm.web.EdgeSettings;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** {@code /metrics}. */
@AutoConfiguration(
        afterName =
                "org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus."
                        + "PrometheusMetricsExportAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class MetricsAutoConfiguration {

    @Bean
    @ConditionalOnBean(PrometheusMeterRegistry.class)
    MetricsController metricsController(PrometheusMeterRegistry registry, EdgeSettings settings) {
        return new MetricsController(registry, settings);
    }
}
