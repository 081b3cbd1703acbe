package dev.aiwm.support.metrics;

import io.micrometer.core.instrument.MeterRegistry;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.MessageMonitorFactory;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Which figures there are of which part: commands, queries, events, and the processors of events.
 */
final class MessageMetrics implements MessageMonitorFactory {
    private final ObjectProvider<MeterRegistry> registry;

    MessageMetrics(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public MessageMonitor<Message<?>> create(
            Configuration configuration, Class<?> part, String name) {
        MeterRegistry meters = registry.getIfAvailable();
        if (meters == null) {
            return NoOpMessageMonitor.instance();
        }
        if (EventProcessor.class.isAssignableFrom(part)) {
            return new ProcessorFigures(meters, name);
        }
        if (CommandBus.class.isAssignableFrom(part)) {
            return new MessageFigures(meters, "aiwm.commands", "command");
        }
        if (QueryBus.class.isAssignableFrom(part)) {
            return new MessageFigures(meters, "aiwm.queries", "query");
        }
        if (EventBus.class.isAssignableFrom(part)) {
            return new MessageFigures(meters, "aiwm.events", "event");
        }
        return NoOpMessageMonitor.instance();
    }
}
