package dev.aiwm.command.dispatch;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.support.messaging.Rejections;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends commands and waits for their answers, a limited time. A refusal is thrown as the {@link
 * Rejection} that it is, wherever the command was handled; anything else that goes wrong is thrown
 * as it came, and then it is not known what the command did.
 */
@Component
public class Commands {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CommandGateway gateway;
    private final ThreadLocal<Map<String, ?>> behalf = ThreadLocal.withInitial(Map::of);

    public Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** Sends on behalf of whoever is being served. */
    public <R> R send(Object command) {
        return send(command, Map.of());
    }

    /** Sends on the program's own account: {@code saga}, {@code policy}, {@code clock}. */
    public <R> R sendAs(String origin, Object command) {
        return send(command, Map.of(MetadataKeys.ORIGIN, origin));
    }

    /** Everything that the work sends, on this thread, says this of who asks for it. */
    <R> R onBehalf(Map<String, ?> who, Supplier<R> work) {
        var before = behalf.get();
        behalf.set(who);
        try {
            return work.get();
        } finally {
            behalf.set(before);
        }
    }

    private <R> R send(Object command, Map<String, ?> metadata) {
        var message =
                GenericCommandMessage.asCommandMessage(command)
                        .andMetaData(behalf.get())
                        .andMetaData(metadata);
        try {
            return gateway.sendAndWait(message, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            throw Rejections.in(e).map(RuntimeException.class::cast).orElse(e);
        }
    }
}
