package dev.aiwm.e2e;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A simulation of a large fleet before a real product: it hands on the product's pages, and answers
 * for many nodes and resources as the product answers for its one of each.
 */
final class LargeFleet implements AutoCloseable {
    private static final int LONGEST_PAGE = 500;

    private final String product;
    private final int nodes;
    private final int resources;
    private final ObjectNode node;
    private final ObjectNode resource;
    private final ObjectNode allocation;
    private final Map<Integer, Integer> versions = new ConcurrentHashMap<>();
    private final List<OutputStream> streams = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final PlainServer server;

    LargeFleet(Api api, String resourceId, int nodes, int resources) throws IOException {
        this.product = api.url();
        this.nodes = nodes;
        this.resources = resources;
        resource = (ObjectNode) api.get("/api/resources/" + resourceId).expect(200).json();
        var nodePath = "/api/nodes/" + resource.path("nodeId").asString();
        node = (ObjectNode) api.get(nodePath).expect(200).json();
        var ledger = api.awaitField(nodePath + "/allocations", "/items/0/resourceId", resourceId);
        allocation = (ObjectNode) ledger.json().at("/items/0");
        server = new PlainServer(this::handle);
    }

    String url() {
        return server.url();
    }

    /** Says on the stream that these have changed. */
    void change(int from, int to) {
        var said =
                IntStream.range(from, to)
                        .mapToObj(
                                at ->
                                        "id: %d\ndata: {\"entity\":\"resource\",\"id\":\"%s\",\"version\":%d}\n\n"
                                                .formatted(
                                                        at + 1,
                                                        id(at),
                                                        versions.merge(at, 1, Integer::sum) + 100))
                        .collect(Collectors.joining());
        streams.removeIf(stream -> !tell(stream, said));
    }

    private static boolean tell(OutputStream stream, String said) {
        try {
            stream.write(said.getBytes(StandardCharsets.UTF_8));
            stream.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String id(int at) {
        return "%024x".formatted(at);
    }

    private JsonNode node(int at) {
        var copy = node.deepCopy();
        copy.put("nodeId", "node-%03d".formatted(at)).put("name", "node-%03d".formatted(at));
        return copy;
    }

    private JsonNode resource(int at) {
        int changes = versions.getOrDefault(at, 0);
        var copy = resource.deepCopy();
        copy.put("_id", id(at)).put("name", "load %05d".formatted(at * 7919 % resources));
        copy.put("nodeId", "node-%03d".formatted(at % nodes)).put("version", 100 + changes);
        // one in five is stopped; each change is to the other of the two
        copy.put("status", (at % 5 == 0) == (changes % 2 == 0) ? "stopped" : "running");
        return copy;
    }

    private JsonNode ledger(int at) {
        var answer = Api.JSON.createObjectNode();
        var items = answer.putArray("items");
        for (int one = at; one < resources; one += nodes) {
            var copy = allocation.deepCopy();
            copy.put("resourceId", id(one)).put("resourceName", "load " + one);
            items.add(copy);
        }
        return answer.put("nodeId", "node-%03d".formatted(at)).put("version", 1);
    }

    private void handle(PlainServer.Request request, OutputStream answer) throws IOException {
        var parts = request.uri().getPath().split("/");
        switch (parts.length > 2 && parts[1].equals("api") ? parts[2] : "") {
            case "nodes" -> list(request, answer, this::node, nodes, this::ledger);
            case "resources" -> list(request, answer, this::resource, resources, this::resource);
            case "executions" -> list(request, answer, at -> node, 0, at -> node);
            case "events" -> follow(answer);
            default -> handOn(request, answer);
        }
    }

    private static void list(
            PlainServer.Request request,
            OutputStream answer,
            IntFunction<JsonNode> item,
            int total,
            IntFunction<JsonNode> part)
            throws IOException {
        var parts = request.uri().getPath().split("/");
        if (parts.length > 3) {
            var digits = parts[3].replace("node-", "");
            int at = Integer.parseInt(digits, digits.length() == 24 ? 16 : 10);
            write(answer, parts.length == 4 ? item.apply(at) : part.apply(at));
            return;
        }
        var query = String.valueOf(request.uri().getQuery());
        int from =
                query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
        int to = Math.min(total, from + LONGEST_PAGE);
        var page = Api.JSON.createObjectNode();
        var items = page.putArray("items");
        IntStream.range(from, to).mapToObj(item).forEach(items::add);
        page.put("total", total).put("page", 1).put("limit", LONGEST_PAGE);
        if (to < total) {
            page.put("nextCursor", Integer.toString(to));
        }
        write(answer, page);
    }

    private static void write(OutputStream answer, JsonNode body) throws IOException {
        PlainServer.head(answer, 200, "application/json", "");
        answer.write(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void follow(OutputStream answer) throws IOException {
        PlainServer.head(answer, 200, "text/event-stream", "");
        tell(answer, ": live\n\n");
        streams.add(answer);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOn(PlainServer.Request request, OutputStream answer) throws IOException {
        var asked =
                HttpRequest.newBuilder(URI.create(product + request.uri()))
                        .header("Content-Type", "application/json")
                        .method(
                                request.method(),
                                HttpRequest.BodyPublishers.ofByteArray(request.body()))
                        .build();
        try {
            var told = Http.CLIENT.send(asked, HttpResponse.BodyHandlers.ofByteArray());
            var type = told.headers().firstValue("Content-Type").orElse("text/plain");
            var policy = told.headers().firstValue("Content-Security-Policy").orElse("");
            var more = policy.isEmpty() ? "" : "Content-Security-Policy: " + policy + "\r\n";
            PlainServer.head(answer, told.statusCode(), type, more);
            answer.write(told.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        ended.countDown();
        server.close();
    }
}
