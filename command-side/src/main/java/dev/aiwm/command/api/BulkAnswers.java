package dev.aiwm.command.api;

import dev.aiwm.command.bulk.KnownBulks;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.query.BulkView;
import dev.aiwm.web.request.ETags;
import dev.aiwm.web.request.Prefer;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Answers with a bulk operation: as it began, or when its end was waited for. */
@Component
class BulkAnswers {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final Prefer TO_SEE_IT_BEGIN = new Prefer(Duration.ofSeconds(5));

    private final KnownBulks bulks;
    private final BulkOutcomes outcomes;
    private final LaterAnswers later;

    BulkAnswers(KnownBulks bulks, BulkOutcomes outcomes, LaterAnswers later) {
        this.bulks = bulks;
        this.outcomes = outcomes;
        this.later = later;
    }

    /** Waiting begins before the wish is sent, so that its end cannot be missed. */
    Object answer(BulkId id, Prefer prefer, Supplier<BulkState> wish) {
        CompletableFuture<Boolean> end = prefer.wantsToWait() ? endOf(id, prefer) : null;
        BulkState state = wish.get();
        return end == null || state.status().isEnded()
                ? answer(state, prefer)
                : later.answer(end, prefer, () -> answer(bulks.require(id), prefer));
    }

    /** The same for one that somebody else will begin. */
    Object answerLater(BulkId id, Prefer prefer, Runnable wish) {
        CompletableFuture<Boolean> seen =
                prefer.wantsToWait()
                        ? endOf(id, prefer)
                        : outcomes.beginningOf(id, TO_SEE_IT_BEGIN.patience());
        wish.run();
        var patience = prefer.wantsToWait() ? prefer : TO_SEE_IT_BEGIN;
        return later.answer(
                seen, patience, () -> answer(bulks.find(id).orElseThrow(() -> notYet(id)), prefer));
    }

    private CompletableFuture<Boolean> endOf(BulkId id, Prefer prefer) {
        return outcomes.of(id, prefer.patience());
    }

    private static Rejection notYet(BulkId id) {
        return new Rejection(
                RejectionCode.NOT_YET_VISIBLE,
                "bulk operation " + id.value() + " has not begun yet; the schedule knows why");
    }

    private static ResponseEntity<BulkView> answer(BulkState state, Prefer prefer) {
        boolean ended = state.status().isEnded();
        var answer =
                ResponseEntity.status(ended ? OK : ACCEPTED)
                        .location(URI.create("/api/bulk-operations/" + state.bulkId().value()))
                        .eTag(ETags.of(state.sequence()));
        if (!ended) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (prefer.wantsToWait()) {
            answer.header(Prefer.APPLIED, prefer.applied());
        }
        return answer.body(BulkView.of(state));
    }
}
