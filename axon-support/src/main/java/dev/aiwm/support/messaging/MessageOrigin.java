package dev.aiwm.support.messaging;

import dev.aiwm.contracts.MetadataKeys;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What messages inherit from the message during whose handling they are made: everything about who
 * asked, the correlation id, and as cause the id of that message. What the sender sets itself wins.
 * Commands are not kept, so that their events tell what caused the command, too.
 */
public final class MessageOrigin implements CorrelationDataProvider {
    private static final List<String> INHERITED =
            List.of(
                    MetadataKeys.ACTOR,
                    MetadataKeys.ORG,
                    MetadataKeys.ROLES,
                    MetadataKeys.ORIGIN,
                    MetadataKeys.CORRELATION_ID);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>();
        for (String key : INHERITED) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                data.put(key, value);
            }
        }
        data.putIfAbsent(MetadataKeys.CORRELATION_ID, message.getIdentifier());
        data.put(MetadataKeys.CAUSATION_ID, message.getIdentifier());
        Object cause = message.getMetaData().get(MetadataKeys.CAUSATION_ID);
        if (message instanceof CommandMessage && cause != null) {
            data.put(MetadataKeys.COMMAND_CAUSE, cause);
        }
        return data;
    }
}
