package dev.aiwm.web.lines;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.web.lines.ProgressLine.Refusal;

import jakarta.servlet.http.HttpServletResponse;

import tools.jackson.databind.json.JsonMapper;

import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Answers that have to read much of the log: few at a time, each as one object at its end or in
 * lines that tell how far it is.
 */
public final class LongAnswer {
    private final JsonMapper json;
    private final Semaphore room;
    private final String full;

    /**
     * @param most how many may be made at a time
     * @param full what is said when so many are
     */
    public LongAnswer(JsonMapper json, int most, String full) {
        this.json = json;
        this.room = new Semaphore(most);
        this.full = full;
    }

    /** Is told now and then how far it is. */
    public interface Progress {
        void at(long position, long last);
    }

    /** Makes the answer, and tells nobody how far it is. */
    public <T> T whole(Function<Progress, T> maker) {
        enter();
        try {
            return maker.apply((position, last) -> {});
        } finally {
            room.release();
        }
    }

    /** Makes the answer in lines. */
    public void lines(HttpServletResponse response, Function<Progress, ?> maker) {
        enter();
        try {
            new Lines(response).write(maker);
        } finally {
            room.release();
        }
    }

    private void enter() {
        if (!room.tryAcquire()) {
            throw new Rejection(RejectionCode.TOO_MANY_REQUESTS, full);
        }
    }

    /** Nothing is written before there is something to tell: until then a problem can be. */
    private final class Lines {
        private final HttpServletResponse response;
        private LineWriter writer;
        private long position;
        private long last;

        private Lines(HttpServletResponse response) {
            this.response = response;
        }

        private void write(Function<Progress, ?> maker) {
            try {
                Object result = maker.apply(this::progress);
                line(result, null);
            } catch (Rejection refusal) {
                if (writer == null) {
                    throw refusal;
                }
                line(null, Refusal.of(refusal));
            }
        }

        private void progress(long reached, long end) {
            position = reached;
            last = end;
            line(null, null);
            writer.flush();
        }

        private void line(Object result, Refusal refusal) {
            if (writer == null) {
                writer = LineWriter.to(response, json);
            }
            writer.write(new ProgressLine(position, last, result, refusal));
        }
    }
}
