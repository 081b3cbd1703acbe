package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.nodeagent.driver.LogRequest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Passes lines on. The last lines of one stream are counted here: the engine counts those of both.
 * No more is kept than an answer may have.
 */
final class LastLines implements Consumer<LogLine> {
    private static final int MOST_CHARACTERS = 8 * 1024 * 1024;

    private final Deque<LogLine> last = new ArrayDeque<>();
    private final LogRequest request;
    private final Consumer<LogLine> sink;
    private boolean counting;
    private long characters;

    LastLines(LogRequest request, Consumer<LogLine> sink) {
        this.request = request;
        this.sink = sink;
        counting = request.stream() != null;
    }

    @Override
    public void accept(LogLine line) {
        if (!request.wants(line)) {
            return;
        }
        if (!counting) {
            sink.accept(line);
            return;
        }
        last.add(line);
        characters += line.message().length();
        while (last.size() > request.tail() || characters > MOST_CHARACTERS) {
            characters -= last.remove().message().length();
        }
    }

    /** All that was there has been seen; what comes now is news. */
    void tell() {
        counting = false;
        last.forEach(sink);
        last.clear();
    }
}
