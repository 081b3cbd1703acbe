package dev.aiwm.nodeagent.driver.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.aiwm.nodeagent.driver.Relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a driver and its engine: knows what was asked, and lets something happen just
 * before the engine is asked.
 */
final class EngineDoor implements AutoCloseable {
    private final Relay relay;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String awaited;
    private Runnable before;

    EngineDoor(Path socket, Path engine) throws IOException {
        relay = new Relay(socket, engine, this::heard);
    }

    Path socket() {
        return relay.socket();
    }

    /** The first such request waits until this has happened. */
    synchronized void before(String request, Runnable happens) {
        awaited = request;
        before = happens;
    }

    /** How often this was asked for so far. */
    long count(String request) {
        return asked.stream().filter(line -> line.contains(request)).count();
    }

    /** A request may come together with the end of the one before it. */
    private void heard(ByteBuffer bytes) {
        ISO_8859_1
                .decode(bytes)
                .toString()
                .lines()
                .filter(line -> line.endsWith(" HTTP/1.1"))
                .forEach(
                        line -> {
                            asked.add(line);
                            happen(line);
                        });
    }

    private synchronized void happen(String line) {
        if (awaited != null && line.contains(awaited)) {
            awaited = null;
            before.run();
        }
    }

    @Override
    public void close() {
        relay.close();
    }
}
