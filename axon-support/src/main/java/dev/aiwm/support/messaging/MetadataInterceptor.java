package dev.aiwm.support.messaging;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Adds the metadata of the current caller to the commands that it sends; a bean of this type is
 * registered with the command gateway by Axon. What a command carries already is left as it is.
 */
public final class MetadataInterceptor implements MessageDispatchInterceptor<CommandMessage<?>> {
    private final Supplier<Map<String, ?>> caller;

    public MetadataInterceptor(Supplier<Map<String, ?>> caller) {
        this.caller = caller;
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> messages) {
        return (index, command) -> {
            Map<String, Object> added = new HashMap<>(caller.get());
            added.keySet().removeAll(command.getMetaData().keySet());
            return added.isEmpty() ? command : command.andMetaData(added);
        };
    }
}
