package dev.aiwm.nodeagent.driver.docker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells programs that were ended from those that ended by themselves: an exit code alone does not.
 * Who was told to end is heard from the engine, or known because it was us. It is forgotten when
 * the agent restarts; then only an end by one of the usual signals still shows.
 */
final class Endings {
    private static final int INTERRUPTED = 128 + 2;
    private static final int KILLED = 128 + 9;
    private static final int TERMINATED = 128 + 15;
    private static final Set<Integer> BY_SIGNAL = Set.of(INTERRUPTED, KILLED, TERMINATED);

    private final Set<String> toldToEnd = ConcurrentHashMap.newKeySet();

    void toldToEnd(String containerId) {
        boolean unused = toldToEnd.add(containerId);
    }

    /** It has begun anew, or is gone. */
    void forget(String containerId) {
        boolean unused = toldToEnd.remove(containerId);
    }

    boolean wasEnded(String containerId, int exitCode) {
        return toldToEnd.contains(containerId) || BY_SIGNAL.contains(exitCode);
    }
}
