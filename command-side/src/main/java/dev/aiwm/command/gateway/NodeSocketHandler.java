package dev.aiwm.command.gateway;

import dev.aiwm.command.token.VerifiedToken;
import dev.aiwm.contracts.protocol.CloseCode;
import dev.aiwm.contracts.protocol.StreamFrame;

import jakarta.websocket.Session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Puts the frames of each connection together and hands whole messages on. */
final class NodeSocketHandler extends AbstractWebSocketHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(NodeSocketHandler.class);

    /** A message that is this many times too large is not even read to its end. */
    private static final int UNBEARABLE = 16;

    private final LiveSessions sessions;
    private final Reception reception;
    private final Answers answers;
    private final BiFunction<VerifiedToken, Session, NodeSession> open;
    private final long mostCharacters;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    /** One connection and what has come of the message that is coming in. */
    private static final class Connection {
        private final NodeSession session;
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long characters;

        private Connection(NodeSession session) {
            this.session = session;
        }
    }

    NodeSocketHandler(
            LiveSessions sessions,
            Reception reception,
            Answers answers,
            BiFunction<VerifiedToken, Session, NodeSession> open,
            long mostCharacters) {
        this.sessions = sessions;
        this.reception = reception;
        this.answers = answers;
        this.open = open;
        this.mostCharacters = mostCharacters;
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        var token = (VerifiedToken) socket.getAttributes().get(NodeHandshake.TOKEN);
        Session nativeSession = ((StandardWebSocketSession) socket).getNativeSession(Session.class);
        NodeSession session = open.apply(token, nativeSession);
        connections.put(socket.getId(), new Connection(session));
        sessions.opened(session);
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage part) {
        Connection connection = connections.get(socket.getId());
        if (connection == null) {
            return;
        }
        connection.characters += part.getPayloadLength();
        boolean tooLarge = connection.characters > mostCharacters;
        if (!tooLarge) {
            connection.text.append(part.getPayload());
        } else if (connection.characters > mostCharacters * UNBEARABLE) {
            answers.close(connection.session, CloseCode.TOO_BIG, "a message was far too large");
        }
        if (part.isLast()) {
            String text = connection.text.toString();
            connection.text.setLength(0);
            connection.text.trimToSize();
            connection.characters = 0;
            if (tooLarge) {
                reception.tooLarge(connection.session, mostCharacters);
            } else {
                reception.receive(connection.session, text);
            }
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage part) {
        Connection connection = connections.get(socket.getId());
        if (connection == null) {
            return;
        }
        ByteBuffer payload = part.getPayload();
        if (connection.bytes.size() <= StreamFrame.MOST_BYTES * UNBEARABLE) {
            byte[] some = new byte[payload.remaining()];
            payload.get(some);
            connection.bytes.writeBytes(some);
        }
        if (part.isLast()) {
            ByteBuffer whole = ByteBuffer.wrap(connection.bytes.toByteArray());
            connection.bytes.reset();
            reception.receive(connection.session, whole);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable failure) {
        LOGGER.debug("A connection broke", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        Connection connection = connections.remove(socket.getId());
        if (connection != null) {
            sessions.gone(connection.session);
            LOGGER.info(
                    "{} disconnected, {}", connection.session.nodeId().value(), status.getCode());
        }
    }
}
