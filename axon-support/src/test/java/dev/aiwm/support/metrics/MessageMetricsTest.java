package dev.aiwm.support.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.SubscribingEventProcessor;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

class MessageMetricsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Configuration configuration =
            DefaultConfigurer.defaultConfiguration(false).buildConfiguration();

    private record Ask(String what) {}

    private MessageMonitor<Message<?>> of(Class<?> part, String name) {
        var beans = new StaticListableBeanFactory(Map.of("registry", registry));
        return new MessageMetrics(beans.getBeanProvider(MeterRegistry.class))
                .create(configuration, part, name);
    }

    private static EventMessage<?> happened(Duration ago) {
        return new GenericEventMessage<>(
                "id", new Ask("happened"), Map.of(), Instant.now().minus(ago));
    }

    private double commands(String outcome) {
        return registry.get("aiwm.commands")
                .tag("command", "Ask")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void a_command_is_counted_by_its_type_and_by_how_it_ends() {
        var bus = of(SimpleCommandBus.class, "commandBus");
        var message = new GenericMessage<>(new Ask("anything"));

        bus.onMessageIngested(message).reportSuccess();
        bus.onMessageIngested(message).reportSuccess();
        bus.onMessageIngested(message)
                .reportFailure(new Rejection(RejectionCode.NOT_FOUND, "there is none"));
        bus.onMessageIngested(message).reportFailure(new IllegalStateException("broken"));

        assertThat(commands("done")).isEqualTo(2);
        assertThat(commands("refused")).isEqualTo(1);
        assertThat(commands("failed")).isEqualTo(1);
        var done = registry.get("aiwm.commands").tag("outcome", "done").timer();
        assertThat(done.totalTime(TimeUnit.NANOSECONDS)).isPositive();
    }

    @Test
    void a_processor_tells_how_old_its_events_are_and_counts_those_that_it_handles() {
        var processor = of(SubscribingEventProcessor.class, "resources");
        processor.onMessageIngested(happened(Duration.ZERO)).reportSuccess();
        processor.onMessageIngested(happened(Duration.ofMinutes(1))).reportIgnored();

        assertThat(registry.get("aiwm.processor.events").tag("processor", "resources").timers())
                .singleElement()
                .satisfies(timer -> assertThat(timer.count()).isEqualTo(1));
        assertThat(registry.get("aiwm.processor.behind").gauge().value()).isBetween(59.0, 120.0);
    }

    @Test
    void what_is_no_part_of_ours_has_no_figures() {
        assertThat(of(Runnable.class, "other")).isSameAs(NoOpMessageMonitor.instance());
    }
}
