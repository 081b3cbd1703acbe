package dev.aiwm.command.live;

import dev.aiwm.command.gateway.LiveCalls;
import dev.aiwm.command.gateway.LiveStream;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.AgentCommand;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Live calls that are answered once, when they are over; no thread waits for that. */
@Component
class OneShot {
    private static final Duration SPARE = Duration.ofSeconds(10);

    private final LiveCalls calls;

    OneShot(LiveCalls calls) {
        this.calls = calls;
    }

    /** Asks the node, keeps at most so many bytes of each channel, and gives up after a time. */
    <T> DeferredResult<T> ask(
            NodeId nodeId,
            AgentCommand command,
            int most,
            Duration patience,
            Function<Outcome, T> answer) {
        var collected = new Collected(most);
        LiveStream stream = calls.open(nodeId, command, collected);
        CompletableFuture<Void> timer =
                new CompletableFuture<Void>()
                        .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS);
        var giveUp =
                timer.thenRun(
                        () -> {
                            collected.giveUp();
                            stream.close();
                        });
        var result = new DeferredResult<T>(patience.plus(SPARE).toMillis());
        var unused =
                collected
                        .outcome()
                        .thenApplyAsync(answer)
                        .whenComplete(
                                (value, failure) -> {
                                    giveUp.cancel(false);
                                    timer.cancel(false);
                                    if (failure == null) {
                                        result.setResult(value);
                                    } else {
                                        result.setErrorResult(cause(failure));
                                    }
                                });
        return result;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}
