package dev.aiwm.e2e;

import dev.aiwm.testing.Required;

import org.awaitility.Awaitility;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A real Chromium without a window, driven over its own protocol. Without one tests are skipped, or
 * fail when {@code AIWM_REQUIRE} names {@code browser}.
 */
final class Browser implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();

    private Browser(Process process, URI address) {
        this.process = process;
        socket = Http.CLIENT.newWebSocketBuilder().buildAsync(address, new Messages()).join();
    }

    static Browser start(Path scratch) {
        var program =
                Required.orSkip("browser", PLACES.stream().filter(Files::isExecutable).findFirst());
        var profile = scratch.resolve("browser");
        try {
            var process =
                    new ProcessBuilder(
                                    program.toString(),
                                    "--headless=new",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-dev-shm-usage",
                                    "--no-first-run",
                                    "--remote-debugging-port=0",
                                    "--user-data-dir=" + profile,
                                    "about:blank")
                            .redirectErrorStream(true)
                            .redirectOutput(scratch.resolve("browser.log").toFile())
                            .start();
            return new Browser(process, address(profile.resolve("DevToolsActivePort")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chromium writes where it listens into a file: the port, and the path of the whole. */
    private static URI address(Path file) {
        var lines =
                Awaitility.await("Chromium listens")
                        .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                        .until(() -> linesOf(file), found -> found.size() == 2);
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    }

    private static List<String> linesOf(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** A page that shares nothing with others, as in a private window. */
    Page page() {
        var context = ask(null, "Target.createBrowserContext", Map.of()).at("/browserContextId");
        var target =
                ask(
                        null,
                        "Target.createTarget",
                        Map.of("url", "about:blank", "browserContextId", context.asString()));
        var session =
                ask(
                        null,
                        "Target.attachToTarget",
                        Map.of("targetId", target.at("/targetId").asString(), "flatten", true));
        return new Page(this, session.at("/sessionId").asString());
    }

    void listen(String session, Consumer<JsonNode> listener) {
        listeners.put(session, listener);
    }

    JsonNode ask(String session, String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("id", id).put("method", method);
        message.set("params", Api.JSON.valueToTree(parameters));
        Optional.ofNullable(session).ifPresent(it -> message.put("sessionId", it));
        synchronized (socket) {
            socket.sendText(message.toString(), true).join();
        }
        var told = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new AssertionError(method + ": " + told.at("/error"));
        }
        return told.at("/result");
    }

    /** Its helpers outlive it for a moment, in which they still write into the profile. */
    @Override
    public void close() {
        socket.abort();
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        process.destroy();
        var ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            all.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(Api.JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(JsonNode message) {
            var answered = asked.remove(message.at("/id").asInt(0));
            if (answered != null) {
                answered.complete(message);
            } else if (message.has("sessionId")) {
                var listener = listeners.get(message.at("/sessionId").asString());
                if (listener != null) {
                    listener.accept(message);
                }
            }
        }
    }
}
