package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.LogRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Reads what containers print. The engine is read no faster than the sink takes it. The engine ends
 * a followed log when the program ends; whoever follows goes on with what the next start, or the
 * next generation, prints, until there is no container any more.
 */
final class Logs {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int AHEAD = 64;

    /** So many lines the engine looks through at most, of both streams together. */
    private static final int MOST = 100_000;

    private final Engine engine;
    private final Containers containers;

    Logs(Engine engine, Containers containers) {
        this.engine = engine;
        this.containers = containers;
    }

    void read(ResourceId resourceId, LogRequest request, Consumer<LogLine> sink) {
        var box = containers.get(resourceId);
        var last = new LastLines(request, sink);
        var lines = new LogLines(request.since(), last);
        String stream = request.stream();
        var first = stream == null ? request : new LogRequest(MOST, null, false, stream);
        var rest = new LogRequest(MOST, null, true, stream);
        try {
            pass(box.getId(), first, lines);
            last.tell();
            while (request.follow() && isThereAgain(resourceId)) {
                var next = containers.find(resourceId);
                if (next.isPresent()) {
                    pass(next.get().getId(), rest, lines);
                }
            }
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
    }

    private void pass(String containerId, LogRequest request, LogLines lines)
            throws InterruptedException {
        try (var stream = engine.stream();
                var frames = read(stream.client(), containerId, request, lines.latest())) {
            for (var next = frames.take(); next.isPresent(); next = frames.take()) {
                lines.add(next.get());
            }
        }
        lines.end();
    }

    private static Frames read(
            DockerClient client, String containerId, LogRequest request, Instant after) {
        var command =
                client.logContainerCmd(containerId)
                        .withStdOut(!LogLine.STDERR.equals(request.stream()))
                        .withStdErr(!LogLine.STDOUT.equals(request.stream()))
                        .withTimestamps(true)
                        .withFollowStream(request.follow())
                        .withTail(request.tail());
        if (after != null) {
            command.withSince(sinceSecond(after));
        }
        return command.exec(new Frames());
    }

    /** As near as the library can say it; what is too early is left out of what then comes. */
    static int sinceSecond(Instant after) {
        return (int) Math.max(0, Math.min(after.getEpochSecond(), Integer.MAX_VALUE));
    }

    /** Waits until its program runs; false when it is gone instead. */
    private boolean isThereAgain(ResourceId resourceId) throws InterruptedException {
        while (true) {
            var box = containers.find(resourceId);
            if (box.isEmpty() || Sightings.isRunning(box.get())) {
                return box.isPresent();
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** Frames on their way from the library's thread to whoever takes them. */
    private static final class Frames extends ResultCallback.Adapter<Frame> {
        private final BlockingQueue<Optional<Frame>> waiting = new ArrayBlockingQueue<>(AHEAD);
        private volatile boolean closed;

        /** The library fills the same bytes again with what comes next. */
        @Override
        public void onNext(Frame frame) {
            put(Optional.of(new Frame(frame.getStreamType(), frame.getPayload().clone())));
        }

        /** The container or the engine is gone: whoever follows looks again. */
        @Override
        public void onError(Throwable fault) {
            put(Optional.empty());
        }

        @Override
        public void onComplete() {
            put(Optional.empty());
        }

        private void put(Optional<Frame> frame) {
            try {
                if (!closed) {
                    waiting.put(frame);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        Optional<Frame> take() throws InterruptedException {
            return waiting.take();
        }

        @Override
        public void close() {
            closed = true;
            waiting.clear();
            try {
                super.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
