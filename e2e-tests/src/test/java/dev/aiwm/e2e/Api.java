package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A logged-in user of the REST interface. */
class Api {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final String url;
    private final String token;

    Api(String url, String token) {
        this.url = url;
        this.token = token;
    }

    static Api login(String url, String password) {
        var answer =
                new Api(url, null)
                        .post(
                                "/api/auth/login",
                                "{\"username\":\"admin\",\"password\":\"" + password + "\"}")
                        .expect(200);
        return new Api(url, answer.at("/accessToken"));
    }

    static Api anonymous(String url) {
        return new Api(url, null);
    }

    String url() {
        return url;
    }

    String token() {
        return token;
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    Answer post(String path, String body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, body, Map.of("Content-Type", "application/merge-patch+json"));
    }

    Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    Answer send(String method, String path, String body, Map<String, String> headers) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            if (body != null && !headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            headers.forEach(request::header);
            request.method(
                    method,
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(body));
            var response = Http.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .matches("application/(problem\\+)?json.*");
            return new Answer(
                    response.statusCode(),
                    response.headers(),
                    response.body(),
                    json && !response.body().isEmpty()
                            ? JSON.readTree(response.body())
                            : MissingNode.getInstance());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the resource has the status, and answers it. */
    Answer awaitStatus(String resourceId, String status) {
        return awaitField("/api/resources/" + resourceId, "/status", status);
    }

    Answer awaitField(String path, String pointer, String expected) {
        return patiently(path + " has " + pointer + " = " + expected)
                .until(() -> get(path), answer -> expected.equals(answer.at(pointer)));
    }

    /** Reads until it is as it should be: each read model follows the log at its own pace. */
    Answer awaitThat(String path, Consumer<Answer> asItShouldBe) {
        var last = new AtomicReference<Answer>();
        patiently(path)
                .untilAsserted(
                        () -> {
                            last.set(get(path).expect(200));
                            asItShouldBe.accept(last.get());
                        });
        return last.get();
    }

    /** Waits until the node's ledger has so many holders. */
    void awaitHolders(String nodeId, int count) {
        awaitThat(
                "/api/nodes/" + nodeId + "/allocations",
                ledger -> assertThat(ledger.json().at("/items")).hasSize(count));
    }

    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20));
    }
}
