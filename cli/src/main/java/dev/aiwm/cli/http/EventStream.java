package dev.aiwm.cli.http;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Server-sent events, read as they come. */
public final class EventStream implements AutoCloseable {
    /** One event: its kind ({@code message} when it names none), its id or null, and its data. */
    public record Event(String kind, String id, JsonNode data) {}

    private final BufferedReader reader;

    EventStream(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The next event, or null when the stream has ended or was cut. */
    public Event next() {
        var kind = "message";
        String id = null;
        var data = new StringBuilder();
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        var bytes = data.toString().getBytes(StandardCharsets.UTF_8);
                        return new Event(kind, id, Json.parse(bytes));
                    }
                    kind = "message";
                } else if (line.startsWith("data:")) {
                    data.append(valueOf(line));
                } else if (line.startsWith("event:")) {
                    kind = valueOf(line);
                } else if (line.startsWith("id:")) {
                    id = valueOf(line);
                }
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private static String valueOf(String line) {
        return line.substring(line.indexOf(':') + 1).stripLeading();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
