package dev.aiwm.support.projection;

import dev.aiwm.support.log.ReaderThreads;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Remembers why the log could not be read, which Axon's processors only log, and has nothing new
 * while its reader rests.
 */
final class WatchedSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final Rest rest;
    private volatile Throwable failure;

    WatchedSource(StreamableMessageSource<TrackedEventMessage<?>> source, Rest rest) {
        this.source = source;
        this.rest = rest;
    }

    /** Null once it can be read again. */
    Throwable failure() {
        return failure;
    }

    void hurry() {
        rest.hurry();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        return new WatchedStream(watch(() -> source.openStream(token)));
    }

    @Override
    public TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return source.createTokenAt(dateTime);
    }

    private <T> T watch(Supplier<T> read) {
        try {
            T result = read.get();
            failure = null;
            return result;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private final class WatchedStream implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> stream;
        private Runnable wake = () -> {};

        private WatchedStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return watch(stream::peek);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            if (!rest.isOver()) {
                return ReaderThreads.saw(false, wake);
            }
            try {
                boolean available = stream.hasNextAvailable(timeout, unit);
                failure = null;
                return ReaderThreads.saw(available, wake);
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        /** Skips none: who looks for what is not there waits for the projection's position. */
        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {}

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            wake = callback;
            rest.wakes(callback);
            return stream.setOnAvailableCallback(
                    () -> {
                        if (rest.isOver()) {
                            callback.run();
                        }
                    });
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
