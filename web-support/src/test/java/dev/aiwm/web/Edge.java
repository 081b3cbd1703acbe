package dev.aiwm.web;

import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.identity.UserTokens;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A small API on a real port, and a client for it. */
final class Edge implements AutoCloseable {
    static final String SECRET = "a-secret-of-at-least-thirty-two-bytes";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private Edge(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Edge start(String... settings) {
        Map<String, String> merged = new LinkedHashMap<>();
        merged.put("--server.port", "0");
        merged.put("--aiwm.jwt-secret", SECRET);
        merged.put("--spring.main.banner-mode", "off");
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            merged.put(pair[0], pair[1]);
        }
        var arguments =
                merged.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new);
        return new Edge(new SpringApplication(SampleApi.class).run(arguments));
    }

    static Edge startIn(Path data, String... settings) {
        return start(
                Stream.concat(
                                Stream.of("--aiwm.data=" + data, "--aiwm.jwt-secret="),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    String token(String... roles) {
        return context.getBean(UserTokens.class)
                .issue(new Caller("u1", "o1", Set.of(roles)), Duration.ofMinutes(5));
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, String body, String... headers) {
        return send(
                "POST",
                path,
                body,
                Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                        .toArray(String[]::new));
    }

    Answer send(String method, String path, String body, String... headers) {
        return send(
                method,
                path,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body),
                true,
                headers);
    }

    Answer anonymous(String method, String path, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), false, headers);
    }

    Answer send(
            String method,
            String path,
            HttpRequest.BodyPublisher body,
            boolean authorised,
            String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, body);
        if (authorised) {
            request.header("Authorization", "Bearer " + token());
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** What came back. */
    record Answer(HttpResponse<String> raw) {
        int status() {
            return raw.statusCode();
        }

        String body() {
            return raw.body();
        }

        JsonNode json() {
            return JSON.readTree(raw.body());
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        Map<String, List<String>> headers() {
            return raw.headers().map();
        }

        String code() {
            return json().path("code").asString();
        }
    }
}
