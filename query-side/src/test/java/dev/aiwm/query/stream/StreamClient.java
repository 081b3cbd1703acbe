package dev.aiwm.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.query.Program;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads the stream as a browser does. */
final class StreamClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpResponse<InputStream> response;
    private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Thread reader;

    record Received(String id, JsonNode data) {}

    private StreamClient(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader = new Thread(this::read, "stream-client");
        reader.setDaemon(true);
        reader.start();
    }

    static StreamClient open(Program program, String token, String query, String... headers)
            throws IOException, InterruptedException {
        var request =
                java.net.http.HttpRequest.newBuilder(program.uri("/api/events/stream" + query))
                        .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response =
                program.http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new StreamClient(response);
    }

    private void read() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    received.add(new Received(id, JSON.readTree(line.substring(6))));
                }
            }
        } catch (IOException e) {
            received.add(new Received(null, null));
        }
    }

    Received next() {
        try {
            Received next = received.poll(15, TimeUnit.SECONDS);
            assertThat(next).as("an event within 15 s").isNotNull();
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Received> next(int count) {
        var all = new ArrayList<Received>();
        while (all.size() < count) {
            all.add(next());
        }
        return all;
    }

    boolean hasMore() {
        return !received.isEmpty();
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
