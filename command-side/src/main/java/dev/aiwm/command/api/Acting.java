package dev.aiwm.command.api;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.resource.Operation;
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

    Object act(ResourceAction action, Prefer prefer, Supplier<ResourceState> wish) {
        return act(action, prefer, wish, state -> ActionAnswer.isReached(action, state));
    }

    /**
     * Answers with the action and how it went.
     *
     * @param reached the wish is true
     */
    Object act(
            ResourceAction action,
            Prefer prefer,
            Supplier<ResourceState> wish,
            Predicate<ResourceState> reached) {
        return answer(
                action,
                prefer,
                wish,
                state -> begun(action, state),
                state -> ActionAnswer.ended(action, state, reached.test(state), clock.instant()));
    }

    private ActionAnswer begun(ResourceAction action, ResourceState state) {
        return state.operation().action() == action
                ? ActionAnswer.requested(action, state, clock.instant())
                : ActionAnswer.overtaken(action, state, clock.instant());
    }

    /** Answers with whatever the wish is about. */
    Object answer(
            ResourceAction action,
            Prefer prefer,
            Supplier<ResourceState> wish,
            Function<ResourceState, Object> requested,
            Function<ResourceState, Object> ended) {
        ResourceState state = wish.get();
        if (!isUnderWay(action, state)) {
            return Answers.done(state, prefer).body(ended.apply(state));
        }
        if (!prefer.wantsToWait()) {
            return Answers.accepted(state, prefer).body(requested.apply(state));
        }
        return later.answer(
                endOf(state, prefer),
                prefer,
                () -> {
                    ResourceState now = fresh(state);
                    return isUnderWay(action, now)
                            ? Answers.accepted(now, prefer).body(requested.apply(now))
                            : Answers.done(now, prefer).body(ended.apply(now));
                });
    }

    /** The end of what is under way, whether the wish began it or joined it. */
    CompletableFuture<Boolean> endOf(ResourceState state, Prefer prefer) {
        ExecutionId underWay = state.operation().executionId();
        return outcomes.ofOperation(
                underWay, prefer.patience(), () -> isOver(underWay, fresh(state).operation()));
    }

    private static boolean isOver(ExecutionId underWay, Operation now) {
        return now == null || !now.executionId().equals(underWay);
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
