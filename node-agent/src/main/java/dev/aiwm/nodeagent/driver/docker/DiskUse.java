package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.exception.NotFoundException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What containers have written into themselves, as the engine tells it. The engine looks at every
 * file for that, so it is asked only now and then.
 */
final class DiskUse {
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final long GIB = 1L << 30;

    private final Engine engine;
    private final Clock clock;
    private final Map<String, Measured> measured = new ConcurrentHashMap<>();

    DiskUse(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    private record Measured(Long bytes, Instant at) {}

    /** In the nearest number of GB; null when the engine does not tell. */
    Long gigabytes(String containerId) {
        var known = measured.get(containerId);
        if (known == null || known.at().plus(GOOD_FOR).isBefore(clock.instant())) {
            known = new Measured(bytes(containerId), clock.instant());
            measured.put(containerId, known);
        }
        return known.bytes() == null ? null : Math.round((double) known.bytes() / GIB);
    }

    /** What is not there any more is not remembered either. */
    void keepOnly(Collection<String> containerIds) {
        measured.keySet().retainAll(containerIds);
    }

    private Long bytes(String containerId) {
        return engine.ask(
                client -> {
                    try {
                        return client.inspectContainerCmd(containerId)
                                .withSize(true)
                                .exec()
                                .getSizeRw();
                    } catch (NotFoundException e) {
                        return null;
                    }
                });
    }
}
