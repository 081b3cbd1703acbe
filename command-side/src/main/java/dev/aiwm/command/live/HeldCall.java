package dev.aiwm.command.live;

import dev.aiwm.command.gateway.LiveListener;
import dev.aiwm.command.gateway.LiveStream;
import dev.aiwm.contracts.protocol.CommandError;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A live call that has begun before its visitor has come: what it says meanwhile is held, and that
 * is no more than the node was granted.
 */
final class HeldCall implements LiveListener {
    private final CompletableFuture<Map<String, String>> opened = new CompletableFuture<>();
    private final Queue<Consumer<LiveListener>> held = new ArrayDeque<>();
    private LiveListener visitor;
    private volatile LiveStream stream;

    /** Completes with the details when it has begun, exceptionally when it cannot. */
    CompletableFuture<Map<String, String>> opened() {
        return opened;
    }

    void use(LiveStream own) {
        stream = own;
    }

    LiveStream stream() {
        return stream;
    }

    @Override
    public void opened(Map<String, String> details) {
        opened.complete(details);
    }

    @Override
    public void heard(LiveStream from, boolean error, byte[] bytes) {
        tell(listener -> listener.heard(from, error, bytes));
    }

    @Override
    public void ended(Integer exitCode, CommandError error) {
        if (error == null) {
            opened.complete(Map.of());
        } else {
            opened.completeExceptionally(EngineFailure.asRejection(error));
        }
        tell(listener -> listener.ended(exitCode, error));
    }

    /** The visitor has come: hears what was held, and then all else, in order. */
    synchronized void visit(LiveListener come) {
        visitor = come;
        held.forEach(words -> words.accept(come));
        held.clear();
    }

    private synchronized void tell(Consumer<LiveListener> words) {
        if (visitor == null) {
            held.add(words);
        } else {
            words.accept(visitor);
        }
    }
}
