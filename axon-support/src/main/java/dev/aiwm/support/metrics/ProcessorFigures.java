package dev.aiwm.support.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;

/** The events that one processor handles, and how old they are when it gets them. */
final class ProcessorFigures implements MessageMonitor<Message<?>> {
    private static final double MILLIS = 1000;

    private final Outcomes outcomes;
    private volatile long ageMillis;

    ProcessorFigures(MeterRegistry registry, String processor) {
        var tags = Tags.of("processor", processor);
        outcomes = new Outcomes(registry, "aiwm.processor.events", tags);
        Gauge.builder("aiwm.processor.behind", this, it -> it.ageMillis / MILLIS)
                .description("Age of the last event when the processor got it")
                .baseUnit("seconds")
                .tags(tags)
                .register(registry);
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        if (message instanceof EventMessage<?> event) {
            ageMillis = System.currentTimeMillis() - event.getTimestamp().toEpochMilli();
        }
        return outcomes.began();
    }
}
