package dev.aiwm.command.api;

import dev.aiwm.command.CommandSideMain;
import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.MigInstance;
import dev.aiwm.contracts.node.command.ConnectNode;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.identity.UserTokens;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Command-side on a real port and an embedded store; agents are played by the test. */
final class Rest implements AutoCloseable {
    static final String PASSWORD = "rest-test-password";

    /** The node that the examples of the founding documents name. */
    static final String EXAMPLE_NODE = "673e7a1f5c9d8e001234abcd";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private Rest(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it, with more components than it has. */
    static Rest start(Path data, Class<?>... more) {
        Class<?>[] sources =
                Stream.concat(Stream.of(CommandSideMain.class), Stream.of(more))
                        .toArray(Class<?>[]::new);
        return new Rest(
                new SpringApplication(sources)
                        .run(
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--aiwm.data=" + data,
                                "--aiwm.admin-password=" + PASSWORD));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String url() {
        return "http://localhost:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    static String example(String name) {
        String path = "/openapi-examples/" + name + ".json";
        try (InputStream file = Rest.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String container(String name, String more) {
        return """
        {"name": "%s", "resourceType": "application-container",
         "config": {"type": "application-container", "registry": "docker-hub",
                    "imageName": "nginx", "imageTag": "1.27"%s}}
        """
                .formatted(name, more);
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text);
    }

    /** A node with an agent that has called, so that things can be placed on it. */
    /** A node that every organisation may use. */
    void connectNode(String id) {
        connectNode(id, true);
    }

    void connectNode(String id, boolean shared) {
        post(
                        "/api/nodes",
                        "{\"nodeId\":\"%s\",\"name\":\"%s\",\"shared\":%s}"
                                .formatted(id, id, shared))
                .expect(201);
        String tokenId =
                post("/api/nodes/" + id + "/token", "{}").json().path("tokenId").asString();
        bean(Commands.class).send(new ConnectNode(NodeId.of(id), tokenId, inventory()));
    }

    private static Inventory inventory() {
        var slices = List.of(new MigInstance("MIG-0", "1g.10gb", 10_000));
        return new Inventory(
                "host",
                "10.0.0.1",
                null,
                null,
                64,
                "test",
                262_144,
                2_000,
                List.of(
                        new GpuDevice("GPU-0", "H100", 80_000, null, null, false, List.of()),
                        new GpuDevice("GPU-1", "H100", 80_000, null, null, false, List.of()),
                        new GpuDevice("GPU-8", "H100", 80_000, null, null, true, slices)),
                List.of(Inventory.VIRTUAL_MACHINES, Inventory.CONTAINERS),
                "docker",
                true,
                "test",
                true);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    Answer send(String method, String path, String body, String... headers) {
        return as(new Caller("u1", "o1", Set.of(Caller.ADMIN)), method, path, body, headers);
    }

    Answer as(Caller caller, String method, String path, String body, String... headers) {
        var request = request(method, path, body, headers);
        if (caller != null) {
            String token = bean(UserTokens.class).issue(caller, Duration.ofMinutes(5));
            request.header("Authorization", "Bearer " + token);
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

    private HttpRequest.Builder request(
            String method, String path, String body, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header(
                    "Content-Type",
                    method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
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

        String at(String pointer) {
            return json().at(pointer).asString();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError(status() + " instead of " + status + ": " + body());
            }
            return this;
        }
    }
}
