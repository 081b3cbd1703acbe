package dev.aiwm.command.api;

import dev.aiwm.web.request.Prefer;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Answers when something has ended, without keeping a thread of the web server. */
@Component
class LaterAnswers {
    private static final Duration SPARE = Duration.ofSeconds(10);

    DeferredResult<Object> answer(
            CompletableFuture<Boolean> end, Prefer prefer, Supplier<Object> answer) {
        var result = new DeferredResult<>(prefer.patience().plus(SPARE).toMillis());
        var unused =
                end.thenApplyAsync(ended -> answer.get())
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
}
