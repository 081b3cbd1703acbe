package dev.aiwm.cli.http;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.net.ssl.SSLException;

/**
 * The REST interface. It is spoken to with the JDK's old client, because the newer one takes longer
 * to start than all the rest of a verb; what the old one cannot do, {@link ModernClient} does.
 */
public final class Api {
    private static final int LARGEST_PAGE = 500;

    static {
        // a POST that may have arrived is not sent twice unseen
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final URI server;
    private final String token;
    private final Duration timeout;

    /** The token may be null for what is open to everybody. */
    public Api(URI server, String token, Duration timeout) {
        this.server = server;
        this.token = token;
        this.timeout = timeout;
    }

    /** The same with more patience. */
    public Api within(Duration patience) {
        return new Api(server, token, patience);
    }

    /** The token that requests carry, or null. */
    public String token() {
        return token;
    }

    public URI server() {
        return server;
    }

    /** A part of a path, such that whatever is in it stays within the part. */
    public static String part(String text) {
        return Query.encode(text);
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer get(String path, Query query) {
        return get(path + query);
    }

    /** All items of a list, page after page, at most so many; {@code limit} 0 is all. */
    public List<JsonNode> list(String path, Query query, int limit) {
        return list(path, query, limit, LARGEST_PAGE);
    }

    /** The same of a list whose pages have at most so many. */
    public List<JsonNode> list(String path, Query query, int limit, int largest) {
        int page = limit == 0 ? largest : Math.min(limit, largest);
        var separator = query.toString().isEmpty() ? "?" : "&";
        var first = path + query + separator + "limit=" + page;
        var items = new ArrayList<JsonNode>();
        String cursor = null;
        do {
            var body = get(cursor == null ? first : first + "&cursor=" + cursor).body();
            body.path("items").forEach(items::add);
            var next = body.path("nextCursor");
            cursor = next.isString() ? Query.encode(next.asString()) : null;
        } while (cursor != null && (limit == 0 || items.size() < limit));
        return limit == 0 || items.size() <= limit ? items : items.subList(0, limit);
    }

    /** With a key that makes it harmless when it arrives twice. */
    public Answer post(String path, JsonNode body) {
        return post(path, body, Map.of());
    }

    public Answer post(String path, JsonNode body, Map<String, String> headers) {
        var all = new java.util.HashMap<>(headers);
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        return send("POST", path, body, all);
    }

    public Answer put(String path, JsonNode body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer delete(String path, Map<String, String> headers) {
        return send("DELETE", path, null, headers);
    }

    /** A merge patch. */
    public Answer patch(String path, JsonNode body, Map<String, String> headers) {
        try {
            return checked(
                    ModernClient.patch(this, path, Json.MAPPER.writeValueAsBytes(body), headers));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Events as they come, until the stream is closed. */
    public EventStream follow(String path) {
        return new EventStream(stream(path, "text/event-stream"));
    }

    /** What is too long for one answer, or has no end. */
    public InputStream stream(String path, String type) {
        return stream("GET", path, type, null);
    }

    /** The same of something that is asked with a body. */
    public InputStream stream(String method, String path, String type, JsonNode body) {
        try {
            var connection = open(method, path, Map.of("Accept", type));
            write(connection, body);
            connection.setReadTimeout(0);
            if (connection.getResponseCode() >= 300) {
                checked(answerOf(connection));
            }
            return connection.getInputStream();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private Answer send(String method, String path, JsonNode body, Map<String, String> headers) {
        try {
            var connection = open(method, path, headers);
            write(connection, body);
            return checked(answerOf(connection));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private static void write(HttpURLConnection connection, JsonNode body) throws IOException {
        if (body == null) {
            return;
        }
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        var bytes = Json.MAPPER.writeValueAsBytes(body);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (var out = connection.getOutputStream()) {
            out.write(bytes);
        }
    }

    private HttpURLConnection open(String method, String path, Map<String, String> headers)
            throws IOException {
        var connection = (HttpURLConnection) URI.create(server + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout((int) Math.min(timeout.toMillis(), 10_000));
        connection.setReadTimeout((int) timeout.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "application/json, application/problem+json");
        headers.forEach(connection::setRequestProperty);
        if (token != null) {
            connection.setRequestProperty("Authorization", authorization());
        }
        return connection;
    }

    String authorization() {
        return "Bearer " + token;
    }

    boolean hasToken() {
        return token != null;
    }

    Duration timeout() {
        return timeout;
    }

    private static Answer answerOf(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream body =
                status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            var bytes = body == null ? new byte[0] : body.readAllBytes();
            return new Answer(status, connection.getHeaderFields(), Json.parse(bytes));
        }
    }

    private static Answer checked(Answer answer) {
        if (answer.status() >= 300) {
            throw new Refused(answer.status(), answer.body());
        }
        return answer;
    }

    Unreachable unreachable(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return new Unreachable(server, "it took too long", true, e);
        }
        if (e instanceof UnknownHostException) {
            return new Unreachable(server, "there is no such host", false, e);
        }
        if (e instanceof ConnectException) {
            return new Unreachable(server, "nothing listens there", false, e);
        }
        if (e instanceof SSLException) {
            return new Unreachable(
                    server, "no trust in its certificate: " + e.getMessage(), false, e);
        }
        return new Unreachable(server, String.valueOf(e.getMessage()), false, e);
    }
}
