package dev.aiwm.command.gateway;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.CloseCode;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.contracts.protocol.MessageRefused;
import dev.aiwm.contracts.protocol.MessageType;

import java.time.Clock;
import java.util.UUID;

/** What agents are told, commands aside. */
final class Answers {
    private final ChannelJson json;
    private final GatewayMetrics metrics;
    private final Clock clock;

    Answers(ChannelJson json, GatewayMetrics metrics, Clock clock) {
        this.json = json;
        this.metrics = metrics;
        this.clock = clock;
    }

    void send(NodeSession to, String type, ControllerData data) {
        var node = new ResourceRef("node", to.nodeId().value());
        to.send(json.write(type, UUID.randomUUID().toString(), clock.instant(), node, data));
    }

    /**
     * @param messageId of the message that is refused; null when it could not be read
     */
    void refuse(NodeSession to, String messageId, RejectionCode code, String why) {
        metrics.refused(code);
        send(to, MessageType.MESSAGE_REFUSED, new MessageRefused(messageId, code.name(), why));
    }

    void close(NodeSession session, CloseCode code, String why) {
        metrics.closed(code);
        session.close(code, why);
    }
}
