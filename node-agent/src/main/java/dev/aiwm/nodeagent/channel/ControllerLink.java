package dev.aiwm.nodeagent.channel;

import dev.aiwm.contracts.protocol.CloseCode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The agent's one way to the controller: dials, notices a dead line, comes back for ever unless it
 * was told not to. Lives on the loop.
 */
public final class ControllerLink {
    private static final Logger log = LoggerFactory.getLogger(ControllerLink.class);
    private static final int ABNORMAL = 1006;

    private final Dialler dialler;
    private final Loop loop;
    private final Backoff backoff;
    private final Duration pingEvery;
    private final LinkListener listener;

    private Attempt current;
    private Loop.Timer redial = Loop.Timer.NONE;
    private boolean ended;

    public ControllerLink(
            Dialler dialler,
            Loop loop,
            Backoff backoff,
            Duration pingEvery,
            LinkListener listener) {
        this.dialler = dialler;
        this.loop = loop;
        this.backoff = backoff;
        this.pingEvery = pingEvery;
        this.listener = listener;
    }

    /** Dial now; to be called once. */
    public void start() {
        if (ended) {
            return;
        }
        var attempt = new Attempt();
        current = attempt;
        var unused =
                dialler.dial(attempt)
                        .whenComplete(
                                (line, failure) -> loop.run(() -> dialled(attempt, line, failure)));
    }

    /** Send when there is a line; say whether there was one. */
    public boolean send(String text) {
        if (current == null || current.line == null) {
            return false;
        }
        current.line.send(text);
        return true;
    }

    /** As for text. */
    public boolean send(ByteBuffer bytes) {
        if (current == null || current.line == null) {
            return false;
        }
        current.line.send(bytes);
        return true;
    }

    /** The controller has accepted this agent: the next failure starts with short waits again. */
    public void accepted() {
        backoff.succeeded();
    }

    /** Give this line up and dial again. */
    public void restart(String why) {
        if (current != null) {
            gone(current, ABNORMAL, why);
        }
    }

    /** Say good-bye and stay away. */
    public CompletionStage<?> end() {
        ended = true;
        redial.cancel();
        var last = current;
        current = null;
        if (last == null || last.line == null) {
            return CompletableFuture.completedStage(null);
        }
        last.pinging.cancel();
        return last.line.close();
    }

    private void dialled(Attempt attempt, Line line, Throwable failure) {
        if (attempt != current) {
            if (line != null) {
                line.abort();
            }
            return;
        }
        if (failure != null) {
            gone(attempt, ABNORMAL, String.valueOf(failure.getMessage()));
            return;
        }
        attempt.line = line;
        attempt.heardAt = loop.millis();
        ping(attempt);
        log.info("connected to the controller");
        listener.opened();
    }

    private void ping(Attempt attempt) {
        attempt.pinging =
                loop.in(
                        pingEvery,
                        () -> {
                            long silent = loop.millis() - attempt.heardAt;
                            if (silent > 2 * pingEvery.toMillis()) {
                                gone(attempt, ABNORMAL, "silent for " + silent + " ms");
                                return;
                            }
                            attempt.line.ping();
                            ping(attempt);
                        });
    }

    private void gone(Attempt attempt, int code, String reason) {
        if (attempt != current) {
            return;
        }
        current = null;
        attempt.pinging.cancel();
        boolean wasOpen = attempt.line != null;
        if (wasOpen) {
            attempt.line.abort();
        }
        if (CloseCode.isTerminal(code)) {
            ended = true;
            log.error("dismissed by the controller code={} reason={}", code, reason);
            listener.dismissed(code, reason);
            return;
        }
        var wait = backoff.next();
        log.warn("no controller code={} reason={} retryInMs={}", code, reason, wait.toMillis());
        redial = loop.in(wait, this::start);
        if (wasOpen) {
            listener.lost();
        }
    }

    /** One dialling and, when it works, its line. */
    private final class Attempt implements LineListener {
        private Line line;
        private long heardAt;
        private Loop.Timer pinging = Loop.Timer.NONE;

        @Override
        public void text(String whole) {
            loop.run(
                    () -> {
                        heardAt = loop.millis();
                        if (this == current) {
                            listener.received(whole);
                        }
                    });
        }

        @Override
        public void bytes(ByteBuffer whole) {
            loop.run(
                    () -> {
                        heardAt = loop.millis();
                        if (this == current) {
                            listener.received(whole);
                        }
                    });
        }

        @Override
        public void pong() {
            loop.run(() -> heardAt = loop.millis());
        }

        @Override
        public void closed(int code, String reason) {
            loop.run(() -> gone(this, code, reason));
        }
    }
}
