package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.LogLine;

import java.util.function.Consumer;

/** A driver whose objects print lines: a container's output, a machine's serial console. */
public interface LogReading {
    /**
     * Tells the lines to the sink, oldest first, on this thread. Returns when there are no more,
     * and when following, when the object is gone; throws RETRYABLE soon after an interruption. The
     * sink may block. NOT_FOUND when there is no such object.
     */
    void readLog(ResourceId resourceId, LogRequest request, Consumer<LogLine> sink);
}
