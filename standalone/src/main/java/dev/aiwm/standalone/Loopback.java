package dev.aiwm.standalone;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * This process as a client of its own REST interface, so that what it sets up for itself goes the
 * way that everything goes.
 */
final class Loopback {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What was answered. */
    record Answer(int status, JsonNode body) {
        Answer orElseThrow(String what) {
            if (status >= 400) {
                throw new IllegalStateException(what + ": " + status + " " + body);
            }
            return this;
        }

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final Supplier<String> token;

    Loopback(int port, Supplier<String> token) {
        this.url = "http://127.0.0.1:" + port;
        this.token = token;
    }

    String url() {
        return url;
    }

    Answer get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    Answer post(String path, Object body, Map<String, String> headers) throws InterruptedException {
        var request =
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                        .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request, path);
    }

    /** Waits until what is there has one of some statuses, and says which. */
    String awaitStatus(String path, String... wanted) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            var status = get(path).text("status");
            if (List.of(wanted).contains(status)) {
                return status;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException(
                path + " did not become " + String.join(" or ", wanted) + " in time");
    }

    private Answer send(HttpRequest.Builder request, String path) throws InterruptedException {
        request.uri(URI.create(url + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token.get());
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json.readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException("this process does not answer at " + url + path, e);
        }
    }
}
