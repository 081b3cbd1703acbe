package dev.aiwm.command.gateway;

import dev.aiwm.command.outbox.OutboxMessage;
import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.support.messaging.Rejections;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

import java.util.HashMap;
import java.util.concurrent.TimeUnit;

/**
 * Sends what an agent reported as commands, with the trail of the request that they go back to. A
 * refusal is thrown as the rejection that it is; anything else means that nothing is known.
 */
final class AgentCommands {
    private static final String ORIGIN = "agent";
    private static final long PATIENCE_SECONDS = 30;

    private final CommandGateway commands;

    AgentCommands(CommandGateway commands) {
        this.commands = commands;
    }

    <R> R send(NodeSession from, String messageId, Object command) {
        return send(from, messageId, null, command);
    }

    /**
     * @param about the command that the report is about, or null
     */
    <R> R send(NodeSession from, String messageId, OutboxMessage about, Object command) {
        var metadata = new HashMap<String, Object>();
        metadata.put(MetadataKeys.ACTOR, from.nodeId().toString());
        metadata.put(MetadataKeys.ORIGIN, ORIGIN);
        metadata.put(MetadataKeys.CAUSATION_ID, messageId);
        metadata.put(
                MetadataKeys.CORRELATION_ID,
                about == null || about.correlationId() == null ? messageId : about.correlationId());
        if (about != null && about.org() != null) {
            metadata.put(MetadataKeys.ORG, about.org());
        }
        var message = GenericCommandMessage.asCommandMessage(command).andMetaData(metadata);
        try {
            return commands.sendAndWait(message, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            throw Rejections.in(e).map(RuntimeException.class::cast).orElse(e);
        }
    }
}
