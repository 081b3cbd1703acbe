package dev.aiwm.command.live;

import dev.aiwm.command.socket.SocketLine;
import dev.aiwm.contracts.protocol.TerminalSize;

import jakarta.websocket.Session;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The visitor's end of a live call: bytes both ways, and words about the terminal. */
final class LiveSocketHandler extends AbstractWebSocketHandler implements SubProtocolCapable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_MESSAGES = 20_000;
    private static final long MOST_BYTES = 4L * 1024 * 1024;
    private static final int LARGEST_SIDE = 1_000;

    private final Executor closer;
    private final Map<String, HeldCall> calls = new ConcurrentHashMap<>();

    LiveSocketHandler(Executor closer) {
        this.closer = closer;
    }

    /** What screens ask for. */
    @Override
    public List<String> getSubProtocols() {
        return List.of("binary");
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        var call = (HeldCall) socket.getAttributes().get(TicketHandshake.CALL);
        Session nativeSession = ((StandardWebSocketSession) socket).getNativeSession(Session.class);
        var line = new SocketLine(nativeSession, closer, MOST_MESSAGES, MOST_BYTES);
        calls.put(socket.getId(), call);
        call.visit(new Visitor(line));
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage part) {
        HeldCall call = calls.get(socket.getId());
        if (call != null) {
            byte[] bytes = new byte[part.getPayload().remaining()];
            part.getPayload().get(bytes);
            call.stream().say(bytes);
        }
    }

    /** Words that nobody understands are left: a page may know more than this. */
    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
        HeldCall call = calls.get(socket.getId());
        if (call == null || !message.isLast()) {
            return;
        }
        JsonNode words;
        try {
            words = JSON.readTree(message.getPayload());
        } catch (JacksonException e) {
            return;
        }
        int columns = words.at("/resize/columns").asInt(0);
        int rows = words.at("/resize/rows").asInt(0);
        if (isSide(columns) && isSide(rows)) {
            call.stream().resize(new TerminalSize(columns, rows));
        }
        if (words.path("signal").isString()) {
            call.stream().signal(words.path("signal").stringValue());
        }
        if (words.path("endInput").asBoolean(false)) {
            call.stream().endInput();
        }
    }

    private static boolean isSide(int characters) {
        return characters > 0 && characters <= LARGEST_SIDE;
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        HeldCall call = calls.remove(socket.getId());
        if (call != null) {
            call.stream().close();
        }
    }
}
