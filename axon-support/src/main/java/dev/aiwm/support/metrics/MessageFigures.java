package dev.aiwm.support.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The messages of a bus, by type. */
final class MessageFigures implements MessageMonitor<Message<?>> {
    private final MeterRegistry registry;
    private final String meter;
    private final String tag;
    private final Map<Class<?>, Outcomes> byType = new ConcurrentHashMap<>();

    MessageFigures(MeterRegistry registry, String meter, String tag) {
        this.registry = registry;
        this.meter = meter;
        this.tag = tag;
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        return byType.computeIfAbsent(message.getPayloadType(), this::outcomes).began();
    }

    private Outcomes outcomes(Class<?> type) {
        return new Outcomes(registry, meter, Tags.of(tag, type.getSimpleName()));
    }
}
