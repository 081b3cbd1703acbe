package dev.aiwm.support.projection;

import dev.aiwm.support.log.ReaderThreads;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads the log by stretches. Remembers why it could not be read, which Axon's processors only log,
 * and has nothing new while its reader rests.
 */
final class WatchedSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    /** What waits for a processor is a thousand stretches at most, so they are not long. */
    private static final int LONGEST = 32;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final List<Class<?>> families;
    private final Rest rest;
    private volatile Throwable failure;

    WatchedSource(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            List<Class<?>> families,
            Rest rest) {
        this.source = source;
        this.families = families;
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

    private boolean isWanted(Class<?> type) {
        for (Class<?> family : families) {
            if (family.isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
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
        private TrackedEventMessage<?> next;

        private WatchedStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return Optional.ofNullable(next);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            if (next == null && rest.isOver()) {
                try {
                    next = read(timeout, unit);
                    failure = null;
                } catch (RuntimeException e) {
                    failure = e;
                    throw e;
                }
            }
            return ReaderThreads.saw(next != null, wake);
        }

        private TrackedEventMessage<?> read(int timeout, TimeUnit unit)
                throws InterruptedException {
            if (!stream.hasNextAvailable(timeout, unit)) {
                return null;
            }
            var wanted = new ArrayList<TrackedEventMessage<?>>();
            TrackedEventMessage<?> last;
            int count = 0;
            do {
                last = stream.nextAvailable();
                if (isWanted(last.getPayloadType())) {
                    wanted.add(last);
                }
                count++;
            } while (count < LONGEST && hasMore());
            return new Stretch(wanted).upTo(last);
        }

        /**
         * What was read is handed out first: a stream that fails does so again when asked again.
         */
        private boolean hasMore() {
            try {
                return stream.hasNextAvailable();
            } catch (RuntimeException e) {
                return false;
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (next == null) {
                hasNextAvailable(1, TimeUnit.SECONDS);
            }
            TrackedEventMessage<?> stretch = next;
            next = null;
            return stretch;
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
