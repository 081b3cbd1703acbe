package dev.aiwm.query.proof;

import jakarta.servlet.http.HttpServletResponse;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** An answer of a JSON object a line, sent as it is made. */
final class LineWriter {
    static final String LINES = "application/x-ndjson";
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final OutputStream target;

    private LineWriter(OutputStream target) {
        this.target = target;
    }

    static LineWriter to(HttpServletResponse response) throws IOException {
        response.setContentType(LINES);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return new LineWriter(response.getOutputStream());
    }

    void write(Object line) {
        try {
            target.write(JSON.writeValueAsBytes(line));
            target.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the reader has gone", e);
        }
    }

    void flush() {
        try {
            target.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the reader has gone", e);
        }
    }
}
