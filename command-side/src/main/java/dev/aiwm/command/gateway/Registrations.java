package dev.aiwm.command.gateway;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.ConnectNode;
import dev.aiwm.contracts.protocol.CloseCode;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.NodeRegister;
import dev.aiwm.contracts.protocol.NodeRegistered;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.Semaphore;

/** Lets an agent in: the node gives it an epoch, and under that what it manages is reconciled. */
final class Registrations {
    private static final Logger LOGGER = LoggerFactory.getLogger(Registrations.class);

    /**
     * A whole fleet may come back at once, and who reads meanwhile is not to wait for all of it.
     */
    private final Semaphore doors = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    private final AgentCommands commands;
    private final LiveSessions sessions;
    private final Reconciliation reconciliation;
    private final Courier courier;
    private final Answers answers;
    private final GatewaySettings settings;

    Registrations(
            AgentCommands commands,
            LiveSessions sessions,
            Reconciliation reconciliation,
            Courier courier,
            Answers answers,
            GatewaySettings settings) {
        this.commands = commands;
        this.sessions = sessions;
        this.reconciliation = reconciliation;
        this.courier = courier;
        this.answers = answers;
        this.settings = settings;
    }

    void register(NodeSession session, String messageId, NodeRegister register) {
        if (!register.nodeId().equals(session.nodeId().value())) {
            answers.refuse(
                    session, messageId, RejectionCode.WRONG_NODE, "the token is another node's");
            answers.close(session, CloseCode.WRONG_NODE, "the token is another node's");
            return;
        }
        doors.acquireUninterruptibly();
        try {
            letIn(session, messageId, register);
        } catch (Rejection e) {
            answers.refuse(session, messageId, e.code(), e.getMessage());
            answers.close(session, closeCode(e.code()), e.getMessage());
        } catch (RuntimeException e) {
            LOGGER.warn("{} could not be registered", session.nodeId().value(), e);
            String why = "the controller cannot do it now";
            answers.refuse(session, messageId, RejectionCode.UNAVAILABLE, why);
            answers.close(session, CloseCode.TRY_AGAIN_LATER, why);
        } finally {
            doors.release();
        }
    }

    private void letIn(NodeSession session, String messageId, NodeRegister register) {
        NodeState node =
                commands.send(
                        session,
                        messageId,
                        new ConnectNode(session.nodeId(), session.tokenId(), register.inventory()));
        session.registered(node.epoch());
        session.conditions().begin(node.warnings());
        sessions.registered(session);
        List<ResourceId> keep =
                reconciliation.reconcile(session, messageId, node, register.managed());
        answers.send(
                session,
                MessageType.NODE_REGISTERED,
                new NodeRegistered(
                        node.epoch(),
                        settings.heartbeatInterval().toMillis(),
                        settings.metricsInterval().toMillis(),
                        keep));
        LOGGER.info(
                "{} registered, epoch {}, managing {}",
                session.nodeId().value(),
                node.epoch(),
                register.managed().size());
        courier.greet(session);
    }

    private static CloseCode closeCode(RejectionCode code) {
        return switch (code) {
            case TOKEN_REVOKED, TOKEN_UNKNOWN -> CloseCode.TOKEN_REVOKED;
            case NOT_FOUND, NODE_NOT_FOUND, NODE_REMOVED -> CloseCode.NODE_UNKNOWN;
            default -> CloseCode.TRY_AGAIN_LATER;
        };
    }
}
