package dev.aiwm.nodeagent.channel;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Opens lines with the JDK's WebSocket.
 *
 * <p>The client gets an executor that runs everything at once, on its own selector thread: handed
 * to another thread, text is still being delivered when the end of the connection is found, and the
 * JDK (17 to 25 at least) then fails inside and never tells its listener. What our listener does is
 * short, so the selector can wait for it; only dialling, which may look up a name, has a thread.
 */
public final class WebSocketDialler implements Dialler, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI controller;
    private final String token;
    private final ExecutorService executor;
    private final HttpClient client;

    public WebSocketDialler(URI controller, String token) {
        this.controller = controller;
        this.token = token;
        executor =
                Executors.newSingleThreadExecutor(
                        task -> {
                            var thread = new Thread(task, "controller-line");
                            thread.setDaemon(true);
                            return thread;
                        });
        client = HttpClient.newBuilder().executor(Runnable::run).connectTimeout(PATIENCE).build();
    }

    @Override
    public CompletionStage<Line> dial(LineListener listener) {
        var line = new WebSocketLine(listener, executor);
        return CompletableFuture.supplyAsync(() -> open(line), executor)
                .thenCompose(opening -> opening)
                .handle((socket, failure) -> answer(line, socket, failure))
                .thenCompose(answer -> answer);
    }

    private CompletionStage<WebSocket> open(WebSocketLine line) {
        return client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .connectTimeout(PATIENCE)
                .buildAsync(controller, line);
    }

    @Override
    public void close() {
        executor.shutdown();
    }

    private CompletionStage<Line> answer(WebSocketLine line, WebSocket socket, Throwable failure) {
        if (failure != null) {
            return CompletableFuture.failedStage(new ConnectException(reason(failure)));
        }
        line.opened(socket);
        return CompletableFuture.completedStage(line);
    }

    private String reason(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException refused) {
            int status = refused.getResponse().statusCode();
            return controller + " answers HTTP " + status + (status == 401 ? ": bad token" : "");
        }
        return controller + ": " + cause.getClass().getSimpleName() + " " + cause.getMessage();
    }
}
