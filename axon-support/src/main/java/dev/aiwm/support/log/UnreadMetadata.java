package dev.aiwm.support.log;

import org.axonframework.messaging.Message;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Metadata that are read from their bytes when asked for; folds never do. */
final class UnreadMetadata extends AbstractMap<String, Object> {
    private final Message<?> message;

    UnreadMetadata(Message<?> message) {
        this.message = message;
    }

    @Override
    public Object get(Object key) {
        return message.getMetaData().get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return message.getMetaData().containsKey(key);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return message.getMetaData().entrySet();
    }
}
