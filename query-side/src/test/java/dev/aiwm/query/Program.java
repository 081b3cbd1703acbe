package dev.aiwm.query;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.support.projection.ProjectionStatus;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.identity.UserTokens;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** query-side as a process, and a store that others append to. */
public final class Program implements AutoCloseable {
    public static final String ORG = "org-1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, AtomicLong> sequences =
            new java.util.concurrent.ConcurrentHashMap<>();

    private Program(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Program start(Path data, String... properties) {
        return new Program(
                new SpringApplicationBuilder(QuerySideMain.class)
                        .bannerMode(Banner.Mode.OFF)
                        .properties("aiwm.data=" + data, "logging.level.root=WARN")
                        .properties(properties)
                        .run("--server.port=0"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Appends events to the streams that they belong to. */
    public void happened(Object aggregateId, Object... events) {
        happened(
                Map.of(
                        MetadataKeys.ACTOR, "user-1",
                        MetadataKeys.ORG, ORG,
                        MetadataKeys.CORRELATION_ID, "correlation-1"),
                aggregateId,
                events);
    }

    public void happened(Map<String, ?> metadata, Object aggregateId, Object... events) {
        String stream = aggregateId.toString();
        var sequence = sequences.computeIfAbsent(stream, id -> new AtomicLong());
        for (Object event : events) {
            bean(EventStore.class)
                    .publish(
                            new GenericDomainEventMessage<>(
                                    event.getClass().getSimpleName(),
                                    stream,
                                    sequence.getAndIncrement(),
                                    event,
                                    metadata));
        }
    }

    /** Waits until every read model has every event. */
    public void settled() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (bean(Projections.class).status().stream().allMatch(it -> it.lag() == 0)) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("not settled: " + bean(Projections.class).status());
    }

    public ProjectionStatus status(String projection) {
        return bean(Projections.class).status(projection).orElseThrow();
    }

    public String token(String org, String... roles) {
        return bean(UserTokens.class)
                .issue(new Caller("user-of-" + org, org, Set.of(roles)), Duration.ofHours(1));
    }

    public URI uri(String path) {
        return URI.create(
                "http://localhost:"
                        + context.getEnvironment().getProperty("local.server.port")
                        + path);
    }

    public HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** An answer with its body as JSON, null when it has none. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {
        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, token(ORG)).GET(), headers);
    }

    public Answer getAs(String token, String path, String... headers) {
        return send(request(path, token).GET(), headers);
    }

    public Answer send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .matches(".*[/+]json.*");
            return new Answer(
                    response.statusCode(), json ? JSON.readTree(response.body()) : null, response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpClient http() {
        return http;
    }

    @Override
    public void close() {
        context.close();
    }
}
