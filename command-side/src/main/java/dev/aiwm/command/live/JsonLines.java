package dev.aiwm.command.live;

import dev.aiwm.contracts.protocol.LogLine;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts log lines together from bytes that were cut anywhere. */
final class JsonLines {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final int LONGEST = 1024 * 1024;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    /** The lines that these bytes complete; one that nobody can read is left out. */
    List<LogLine> add(byte[] bytes) {
        var lines = new ArrayList<LogLine>();
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                begun.write(bytes, from, at - from);
                from = at + 1;
                read(lines);
                begun.reset();
            }
        }
        if (begun.size() + bytes.length - from <= LONGEST) {
            begun.write(bytes, from, bytes.length - from);
        }
        return lines;
    }

    private void read(List<LogLine> into) {
        try {
            into.add(JSON.readValue(begun.toString(StandardCharsets.UTF_8), LogLine.class));
        } catch (JacksonException e) {
            // an agent that writes something else is not worth an answer that fails
        }
    }
}
