package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ContainerLogLines;
import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.LogReading;
import dev.aiwm.nodeagent.driver.LogRequest;
import dev.aiwm.nodeagent.driver.ResourceDriver;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/** Saves the end of a log before its object is removed, as far as that is possible. */
public final class LastWords {
    private static final Logger log = LoggerFactory.getLogger(LastWords.class);
    private static final int MOST_LINES = 500;
    private static final int MOST_CHARACTERS = 128 * 1024;

    private final Consumer<ContainerLogLines> keeper;

    public LastWords(Consumer<ContainerLogLines> keeper) {
        this.keeper = keeper;
    }

    void save(ResourceDriver driver, ResourceId resourceId) {
        var reading = driver.capability(LogReading.class).orElse(null);
        if (reading == null) {
            return;
        }
        var lines = new Tail();
        try {
            reading.readLog(resourceId, new LogRequest(MOST_LINES, null, false), lines::add);
        } catch (DriverException e) {
            log.debug("no last words of {}: {}", resourceId, e.getMessage());
        }
        if (!lines.kept.isEmpty()) {
            keeper.accept(new ContainerLogLines(resourceId, List.copyOf(lines.kept)));
        }
    }

    /** The last lines, as many as are not too much together. */
    private static final class Tail {
        private final ArrayDeque<LogLine> kept = new ArrayDeque<>();
        private int characters;

        void add(LogLine line) {
            kept.add(line);
            characters += line.message().length();
            while (characters > MOST_CHARACTERS) {
                characters -= kept.remove().message().length();
            }
        }
    }
}
