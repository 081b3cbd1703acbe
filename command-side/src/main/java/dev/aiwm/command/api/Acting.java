package dev.aiwm.command.api;

import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.web.request.Prefer;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers a wish that takes its time: at once, or when its end was waited for. */
@Component
class Acting {
    private final KnownResources resources;
    private final ExecutionOutcomes outcomes;
    private final LaterAnswers later;
    private final Clock clock;

    Acting(KnownResources resources, ExecutionOutcomes outcomes, LaterAnswers later, Clock clock) {
        this.resources = resources;
        this.outcomes = outcomes;
        this.later = later;
        this.clock = clock;
    }

    Object act(ResourceAction action, RequestIds ids, Prefer prefer, Supplier<ResourceState> wish) {
        return act(action, ids, prefer, wish, state -> ActionAnswer.isReached(action, state));
    }

    /**
     * Answers with the action and how it went.
     *
     * @param reached the wish is true
     */
    Object act(
            ResourceAction action,
            RequestIds ids,
            Prefer prefer,
            Supplier<ResourceState> wish,
            Predicate<ResourceState> reached) {
        return answer(
                action,
                ids,
                prefer,
                wish,
                state -> ActionAnswer.requested(action, state, clock.instant()),
                state -> ActionAnswer.ended(action, state, reached.test(state), clock.instant()));
    }

    /** Answers with whatever the wish is about. */
    Object answer(
            ResourceAction action,
            RequestIds ids,
            Prefer prefer,
            Supplier<ResourceState> wish,
            Function<ResourceState, Object> requested,
            Function<ResourceState, Object> ended) {
        CompletableFuture<Boolean> end = endOf(ids, prefer);
        ResourceState state = wish.get();
        if (!isUnderWay(action, state)) {
            return Answers.done(state, prefer).body(ended.apply(state));
        }
        if (end == null) {
            return Answers.accepted(state, prefer).body(requested.apply(state));
        }
        return later.answer(
                end,
                prefer,
                () -> {
                    ResourceState now = fresh(state);
                    return isUnderWay(action, now)
                            ? Answers.accepted(now, prefer).body(requested.apply(now))
                            : Answers.done(now, prefer).body(ended.apply(now));
                });
    }

    /** Waiting begins before the wish is sent, so that its end cannot be missed. */
    CompletableFuture<Boolean> endOf(RequestIds ids, Prefer prefer) {
        return prefer.wantsToWait()
                ? outcomes.ofOperation(ids.executionId(), prefer.patience())
                : null;
    }

    ResourceState fresh(ResourceState state) {
        return resources.find(state.resourceId()).orElse(state);
    }

    /** Something else may be under way of which the wish is independent. */
    private static boolean isUnderWay(ResourceAction action, ResourceState state) {
        return state.operation() != null
                && (state.operation().action() == action || !state.operation().action().isQuiet());
    }
}
