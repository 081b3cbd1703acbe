package dev.aiwm.command.api;

import dev.aiwm.support.projection.Projections;
import dev.aiwm.web.request.Prefer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Answers when something has ended, without keeping a thread of the web server. Where the read
 * models are written by the same process, they show the end by then: who has waited once reads what
 * came of it, without having to wait again.
 */
@Component
class LaterAnswers {
    private static final Duration SPARE = Duration.ofSeconds(10);
    private static final Duration TO_BE_READ = Duration.ofSeconds(1);
    private static final String READ_MODELS = "query";

    private final List<Projections> readModels;

    LaterAnswers(ObjectProvider<Projections> sides) {
        readModels = sides.stream().filter(side -> side.side().equals(READ_MODELS)).toList();
    }

    DeferredResult<Object> answer(
            CompletableFuture<Boolean> end, Prefer prefer, Supplier<Object> answer) {
        var result = new DeferredResult<>(prefer.patience().plus(SPARE).toMillis());
        var unused =
                end.thenComposeAsync(this::toBeRead)
                        .thenApplyAsync(readable -> answer.get())
                        .whenComplete(
                                (value, failure) -> {
                                    if (failure == null) {
                                        result.setResult(value);
                                    } else {
                                        result.setErrorResult(failure);
                                    }
                                });
        return result;
    }

    private CompletableFuture<?> toBeRead(boolean ended) {
        return ended
                ? CompletableFuture.allOf(
                        readModels.stream()
                                .map(side -> side.caughtUp(TO_BE_READ))
                                .toArray(CompletableFuture[]::new))
                : CompletableFuture.completedFuture(null);
    }
}
