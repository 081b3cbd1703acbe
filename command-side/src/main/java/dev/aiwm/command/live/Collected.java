package dev.aiwm.command.live;

import dev.aiwm.command.gateway.LiveListener;
import dev.aiwm.command.gateway.LiveStream;
import dev.aiwm.contracts.protocol.CommandError;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Keeps what a live call says, up to a limit on each channel, until it is over. */
final class Collected implements LiveListener {
    private final int most;
    private final long began = System.nanoTime();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private boolean truncated;

    Collected(int most) {
        this.most = most;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    @Override
    public void heard(LiveStream from, boolean error, byte[] bytes) {
        synchronized (this) {
            ByteArrayOutputStream into = error ? err : out;
            int room = Math.min(bytes.length, most - into.size());
            into.write(bytes, 0, room);
            truncated |= room < bytes.length;
        }
        from.consumed(bytes.length);
    }

    @Override
    public void ended(Integer exitCode, CommandError error) {
        if (error == null) {
            outcome.complete(soFar(exitCode, false));
        } else {
            outcome.completeExceptionally(EngineFailure.asRejection(error));
        }
    }

    /** Nobody waits any longer; what was said so far is the outcome. */
    void giveUp() {
        outcome.complete(soFar(null, true));
    }

    private synchronized Outcome soFar(Integer exitCode, boolean timedOut) {
        return new Outcome(
                out.toByteArray(),
                err.toByteArray(),
                truncated,
                exitCode,
                timedOut,
                Duration.ofNanos(System.nanoTime() - began));
    }
}
