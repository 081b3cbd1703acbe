package dev.aiwm.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps every line of the event stream. */
final class Follower implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private Follower(HttpResponse<InputStream> response) {
        this.response = response;
        var reader = new Thread(this::read, "follower");
        reader.setDaemon(true);
        reader.start();
    }

    /** Follows from the first event on. */
    static Follower of(Api api) {
        var request =
                HttpRequest.newBuilder(URI.create(api.url() + "/api/events/stream?after=0"))
                        .header("Authorization", "Bearer " + api.token())
                        .build();
        try {
            var response = Http.CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError("the stream answered " + response.statusCode());
            }
            return new Follower(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        var source = new InputStreamReader(response.body(), StandardCharsets.UTF_8);
        try (var reader = new BufferedReader(source)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("ended: " + e.getMessage());
        }
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
