package dev.aiwm.web.lines;

import jakarta.servlet.http.HttpServletResponse;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** An answer of a JSON object a line, sent as it is made. */
public final class LineWriter {
    public static final String LINES = "application/x-ndjson";
    private static final JsonMapper PLAIN = new JsonMapper();

    private final OutputStream target;
    private final ObjectWriter json;

    private LineWriter(OutputStream target, ObjectWriter json) {
        this.target = target;
        this.json = json;
    }

    /** Of objects with all their fields, null or not. */
    public static LineWriter to(HttpServletResponse response) {
        return to(response, PLAIN);
    }

    public static LineWriter to(HttpServletResponse response, JsonMapper mapper) {
        response.setContentType(LINES);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            return new LineWriter(
                    response.getOutputStream(),
                    mapper.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET));
        } catch (IOException e) {
            throw gone(e);
        }
    }

    public void write(Object line) {
        try {
            target.write(json.writeValueAsBytes(line));
            target.write('\n');
        } catch (IOException e) {
            throw gone(e);
        }
    }

    public void flush() {
        try {
            target.flush();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private static UncheckedIOException gone(IOException e) {
        return new UncheckedIOException("the reader has gone", e);
    }
}
