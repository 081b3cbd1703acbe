package dev.aiwm.support.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.support.log.LoggedEvents;
import dev.aiwm.support.log.Position;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class WatchedSourceTest {
    private static final int LONGEST = 32;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<TrackedEventMessage<?>> log = new ArrayList<>();
    private final Rest rest = new Rest(Pace.STEADY, timer);
    private final WatchedSource source =
            new WatchedSource(new Log(), List.of(CharSequence.class), rest);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void what_is_not_wanted_is_left_out_and_passed() throws Exception {
        happened("one", 2, "three", 4);
        var stretch = source.openStream(null).nextAvailable();

        assertThat(payloads(stretch)).containsExactly("one", "three");
        assertThat(position(stretch)).isEqualTo(4);
    }

    @Test
    void a_stretch_has_an_end_and_the_next_one_goes_on_from_it() throws Exception {
        for (int i = 1; i <= LONGEST + 1; i++) {
            happened("event " + i);
        }
        var stream = source.openStream(null);

        assertThat(payloads(stream.nextAvailable())).hasSize(LONGEST);
        assertThat(stream.peek()).as("none is begun before it is asked for").isEmpty();
        assertThat(payloads(stream.nextAvailable())).containsExactly("event " + (LONGEST + 1));
        assertThat(stream.hasNextAvailable()).isFalse();
    }

    @Test
    void what_is_before_a_place_that_cannot_be_read_is_handed_out() throws Exception {
        happened("one", "two");
        log.add(null);
        var stream = source.openStream(null);

        assertThat(payloads(stream.nextAvailable())).containsExactly("one", "two");
        assertThat(source.failure()).isNull();
        assertThatThrownBy(stream::hasNextAvailable).isInstanceOf(IllegalStateException.class);
        assertThat(source.failure()).hasMessage("unreadable");
    }

    @Test
    void nothing_is_there_during_a_batch() throws Exception {
        happened("one");
        rest.batchBegins();
        rest.batchEnds(0, 1);
        rest.batchBegins();

        assertThat(source.openStream(null).hasNextAvailable()).isFalse();
    }

    private void happened(Object... payloads) {
        for (Object payload : payloads) {
            log.add(
                    new GenericTrackedDomainEventMessage<>(
                            LoggedEvents.tokenAt(new Position(log.size() + 1)),
                            new GenericDomainEventMessage<>("Thing", "thing", 0, payload)));
        }
    }

    private static List<Object> payloads(TrackedEventMessage<?> stretch) {
        return Stretch.in(stretch).events().stream().<Object>map(it -> it.getPayload()).toList();
    }

    private static long position(TrackedEventMessage<?> message) {
        return LoggedEvents.positionOf(message.trackingToken()).value();
    }

    /** Cannot be read where null is. */
    private final class Log implements StreamableMessageSource<TrackedEventMessage<?>> {
        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
            return new Reader();
        }

        @Override
        public TrackingToken createTailToken() {
            throw new UnsupportedOperationException();
        }

        @Override
        public TrackingToken createHeadToken() {
            throw new UnsupportedOperationException();
        }

        @Override
        public TrackingToken createTokenAt(Instant dateTime) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
        private int next;

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return hasNextAvailable() ? Optional.of(log.get(next)) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            if (next < log.size() && log.get(next) == null) {
                throw new IllegalStateException("unreadable");
            }
            return next < log.size();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return log.get(next++);
        }

        @Override
        public void close() {}
    }
}
