package dev.aiwm.benchmarks;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A logged-in user of the product, on one connection. */
final class Api implements Closeable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpLine line;
    private final int port;
    private final String token;
    private final String headers;

    private Api(int port, String token) throws IOException {
        this.line = new HttpLine(port);
        this.port = port;
        this.token = token;
        this.headers = "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n";
    }

    static Api login(int port, String password) throws IOException {
        try (var line = new HttpLine(port)) {
            var reply =
                    line.send(
                            "POST",
                            "/api/auth/login",
                            "Content-Type: application/json\r\n",
                            "{\"username\":\"admin\",\"password\":\"" + password + "\"}");
            return new Api(port, expect(reply, 200, "login").path("accessToken").asString());
        }
    }

    /** The same user on a connection of its own. */
    Api again() throws IOException {
        return new Api(port, token);
    }

    int port() {
        return port;
    }

    HttpLine.Reply send(String method, String path, String body) throws IOException {
        return line.send(method, path, headers, body);
    }

    /** The same with a header more. */
    HttpLine.Reply send(String method, String path, String header, String body) throws IOException {
        return line.send(method, path, headers + header + "\r\n", body);
    }

    JsonNode get(String path) throws IOException {
        return expect(send("GET", path, null), 200, path);
    }

    JsonNode post(String path, String body, int expected) throws IOException {
        return expect(send("POST", path, body), expected, path);
    }

    /** A node that a companion of the product makes is not there from the start. */
    void awaitOnline(String node) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isOnline(send("GET", "/api/nodes/" + node, null))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(node + " does not come online");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static boolean isOnline(HttpLine.Reply reply) {
        return reply.status() == 200
                && JSON.readTree(reply.body()).path("status").asString("").equals("online");
    }

    static JsonNode expect(HttpLine.Reply reply, int status, String what) {
        if (reply.status() != status) {
            throw new IllegalStateException(what + ": " + reply.status() + " " + reply.text());
        }
        return JSON.readTree(reply.body());
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
