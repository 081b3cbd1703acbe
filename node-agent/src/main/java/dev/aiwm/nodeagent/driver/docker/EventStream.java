package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The engine's events about our containers, from some moment on until the stream ends. */
final class EventStream implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EventStream.class);

    private final Engine.Stream stream;
    private final String nodeId;
    private final Gaze gaze;

    /** Who hears them, on a thread of the library. */
    interface Listener {
        void happened(Mark mark, Instant at);

        /** Also when it was closed from here. */
        void ended(EventStream which);
    }

    EventStream(Engine engine, String nodeId, Gaze gaze) {
        stream = engine.stream();
        this.nodeId = nodeId;
        this.gaze = gaze;
    }

    void listen(Instant since, Listener listener) {
        var unused =
                stream.client()
                        .eventsCmd()
                        .withEventTypeFilter("container")
                        .withSince(since.getEpochSecond() + "." + "%09d".formatted(since.getNano()))
                        .exec(new Reading(listener));
    }

    @Override
    public void close() {
        stream.close();
    }

    private final class Reading extends ResultCallback.Adapter<Event> {
        private final Listener listener;

        Reading(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onNext(Event event) {
            markIn(event.getActor().getAttributes())
                    .ifPresent(
                            mark -> {
                                gaze.heard(event);
                                listener.happened(mark, time(event));
                            });
        }

        /** Of what was taken over the name tells, and when it changes the one before. */
        private Optional<Mark> markIn(Map<String, String> attributes) {
            return Mark.on(attributes, nodeId)
                    .or(() -> Mark.in(attributes.get("name"), nodeId))
                    .or(() -> Mark.in(attributes.get("oldName"), nodeId));
        }

        @Override
        public void onError(Throwable fault) {
            log.debug("the stream of events failed", fault);
            listener.ended(EventStream.this);
        }

        @Override
        public void onComplete() {
            listener.ended(EventStream.this);
        }

        private static Instant time(Event event) {
            return Instant.ofEpochSecond(0, event.getTimeNano());
        }
    }
}
