package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.AgentData;
import dev.aiwm.contracts.protocol.CommandAck;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.contracts.protocol.Envelope;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.MessageRefused;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.NodeRegister;
import dev.aiwm.contracts.protocol.NodeRegistered;
import dev.aiwm.contracts.protocol.StepData;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An agent of which the test says each word. */
final class FakeAgent implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final Set<String> seen = new HashSet<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    record Message(String type, String messageId, ControllerData data, String text) {
        <T extends ControllerData> T as(Class<T> dataType) {
            return dataType.cast(data);
        }
    }

    private FakeAgent(URI uri, String token) {
        var builder = HTTP.newWebSocketBuilder();
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        socket = builder.buildAsync(uri, new Listener()).join();
    }

    /** Connects; does not register. */
    static FakeAgent connect(URI uri, String token) {
        return new FakeAgent(uri, token);
    }

    NodeRegistered register(NodeId nodeId, ManagedResource... managed) {
        return register(nodeId, Samples.inventory(), managed);
    }

    NodeRegistered register(NodeId nodeId, Inventory inventory, ManagedResource... managed) {
        send(
                MessageType.NODE_REGISTER,
                new NodeRegister(nodeId.value(), "test", inventory, List.of(managed)));
        return next(MessageType.NODE_REGISTERED).as(NodeRegistered.class);
    }

    String send(String type, AgentData data) {
        String messageId = UUID.randomUUID().toString();
        say(JSON.writeValueAsString(new Envelope(type, messageId, Instant.now(), null, data)));
        return messageId;
    }

    void say(String text) {
        socket.sendText(text, true).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void sayBinary() {
        socket.sendBinary(java.nio.ByteBuffer.allocate(4), true).join();
    }

    void acknowledge(StepData step) {
        send(
                MessageType.COMMAND_ACK,
                new CommandAck(
                        step.executionId(), step.stepIndex(), step.attempt(), step.compensation()));
    }

    void succeed(StepData step) {
        send(
                MessageType.COMMAND_RESULT,
                new CommandResult(
                        step.executionId(),
                        step.stepIndex(),
                        step.attempt(),
                        step.compensation(),
                        CommandStatus.SUCCESS,
                        new StepResult(Samples.runtime(), null, "done", null),
                        null));
    }

    /** The next message of a type; others before it are dropped. */
    Message next(String type) {
        while (true) {
            Message message = next();
            if (message.type().equals(type)) {
                return message;
            }
        }
    }

    /** The next message of a type that was not here yet: what is not acknowledged comes again. */
    Message nextNew(String type) {
        while (true) {
            Message message = take();
            boolean isNew = seen.add(message.messageId());
            if (isNew && message.type().equals(type)) {
                return message;
            }
        }
    }

    Message next() {
        Message message = take();
        seen.add(message.messageId());
        return message;
    }

    private Message take() {
        try {
            Message message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(message).as("a message").isNotNull();
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String nextRefusal() {
        return next(MessageType.MESSAGE_REFUSED).as(MessageRefused.class).code();
    }

    /** With what code the controller closed the connection. */
    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    /** Goes without a word. */
    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(read(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private Message read(String whole) {
            JsonNode message = JSON.readTree(whole);
            String type = message.path("type").asString();
            var dataType = MessageType.fromController(type).orElseThrow();
            return new Message(
                    type,
                    message.path("messageId").asString(),
                    JSON.treeToValue(message.path("data"), dataType),
                    whole);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.complete(1006);
        }
    }
}
