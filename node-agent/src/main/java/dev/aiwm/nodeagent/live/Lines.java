package dev.aiwm.nodeagent.live;

import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.nodeagent.channel.Wire;
import dev.aiwm.nodeagent.driver.ByteOutput;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Log lines as JSON, one on each line; whoever follows gets each at once, else many together. */
final class Lines {
    private static final int MANY_BYTES = 8 * 1024;

    private final ByteOutput output;
    private final boolean atOnce;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    Lines(ByteOutput output, boolean atOnce) {
        this.output = output;
        this.atOnce = atOnce;
    }

    void add(LogLine line) {
        waiting.writeBytes(Wire.JSON.writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
        waiting.write('\n');
        if (atOnce || waiting.size() >= MANY_BYTES) {
            flush();
        }
    }

    void flush() {
        if (waiting.size() > 0) {
            output.out(waiting.toByteArray());
            waiting.reset();
        }
    }
}
