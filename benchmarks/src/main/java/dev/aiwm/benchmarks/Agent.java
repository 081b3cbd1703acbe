package dev.aiwm.benchmarks;

import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.AgentData;
import dev.aiwm.contracts.protocol.Envelope;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.NodeRegister;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** The agent of a node as far as its channel goes: it registers, lives, and hears commands. */
final class Agent implements AutoCloseable {
    static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String nodeId;
    private final Inventory inventory;
    private final BiConsumer<Agent, String> heard;
    private final CompletableFuture<Instant> registered = new CompletableFuture<>();
    private volatile WebSocket socket;
    private CompletableFuture<?> lastSent = CompletableFuture.completedFuture(null);

    private Agent(String nodeId, Inventory inventory, BiConsumer<Agent, String> heard) {
        this.nodeId = nodeId;
        this.inventory = inventory;
        this.heard = heard;
    }

    /**
     * Connects and registers, without waiting for it.
     *
     * @param heard is told of every message after the registration, on the channel's thread
     */
    static CompletableFuture<Agent> connect(
            URI channel,
            String token,
            String nodeId,
            Inventory inventory,
            BiConsumer<Agent, String> heard) {
        var agent = new Agent(nodeId, inventory, heard);
        return HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(channel, agent.new Listener())
                .thenCompose(
                        open -> {
                            agent.socket = open;
                            return agent.register();
                        })
                .thenApply(at -> agent);
    }

    private CompletableFuture<Instant> register() {
        var sent =
                send(
                        MessageType.NODE_REGISTER,
                        new NodeRegister(nodeId, nodeId, inventory, List.of()));
        return sent.thenCompose(done -> registered);
    }

    String nodeId() {
        return nodeId;
    }

    /** After what was said before it: a socket takes no second message while it sends one. */
    synchronized CompletableFuture<WebSocket> send(String type, AgentData data) {
        var message = new Envelope(type, UUID.randomUUID().toString(), Instant.now(), null, data);
        String text = Api.JSON.writeValueAsString(message);
        var sent =
                lastSent.handle((done, failure) -> null)
                        .thenCompose(next -> socket.sendText(text, true));
        lastSent = sent;
        return sent;
    }

    /** Goes without a word. */
    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void hear(String message) {
            if (registered.isDone()) {
                heard.accept(Agent.this, message);
            } else if (message.contains("\"" + MessageType.NODE_REGISTERED + "\"")) {
                registered.complete(Instant.now());
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            registered.completeExceptionally(
                    new IllegalStateException(nodeId + " was closed: " + code + " " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            registered.completeExceptionally(failure);
        }
    }
}
