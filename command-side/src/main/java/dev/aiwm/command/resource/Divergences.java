package dev.aiwm.command.resource;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.OnDivergence;
import dev.aiwm.contracts.resource.ResourceFold;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.Restoration;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.contracts.resource.command.RecordActionFailed;
import dev.aiwm.contracts.resource.command.RecordObservation;
import dev.aiwm.contracts.resource.command.RestoreResource;
import dev.aiwm.contracts.resource.event.ResourceDivergenceAccepted;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourcePauseRequested;
import dev.aiwm.contracts.resource.event.ResourceRestorationGivenUp;
import dev.aiwm.contracts.resource.event.ResourceRestorationScheduled;
import dev.aiwm.contracts.resource.event.ResourceRestorationStarted;
import dev.aiwm.contracts.resource.event.ResourceResumeRequested;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows from seeing something else than is wanted.
 *
 * <p>Only what did as wanted before, or was being restored, is restored: what somebody's own
 * request did not bring about was told to them and is theirs to repeat.
 */
final class Divergences {
    private static final List<ResourceEvent> NOTHING = List.of();
    private static final long GRACE_SECONDS = 10;

    private Divergences() {}

    /** What follows an observation that is news. */
    static List<ResourceEvent> after(
            ResourceState before,
            RecordObservation report,
            Instant now,
            DivergenceSettings settings) {
        var seen = ResourceFold.statusSeen(report.observation().state());
        var wish = wishThatFits(seen);
        boolean judged =
                before.operation() == null
                        && before.wanted() != WantedState.DELETED
                        && (before.divergedSince() == null || before.restoration() != null);
        if (!judged || wish == before.wanted()) {
            return NOTHING;
        }
        String reason = "it was seen " + report.observation().state().wire();
        if (before.effectiveOnDivergence() == OnDivergence.ACCEPT) {
            return accepted(before, wish, reason);
        }
        boolean leftToTheEngine =
                seen == ResourceStatus.FAILED
                        && report.observation().exitCode() != null
                        && OnDivergence.isLeftToTheEngine(before.config());
        if (leftToTheEngine || remedy(before, seen, before.executionId()) == null) {
            return NOTHING;
        }
        var last = before.restoration();
        if (last != null && last.dueAt() != null) {
            return List.of(scheduled(before, last.attempt(), last.dueAt(), reason));
        }
        return next(before, last, now, reason, settings);
    }

    /** What runs on capacity that was given back cannot be what is wanted. */
    private static List<ResourceEvent> accepted(
            ResourceState before, WantedState wish, String reason) {
        boolean unclaimed =
                wish != WantedState.STOPPED
                        && before.wanted() == WantedState.STOPPED
                        && before.computeWhenStopped() == ComputeWhenStopped.RELEASE;
        return unclaimed
                ? NOTHING
                : List.of(new ResourceDivergenceAccepted(before.resourceId(), wish, reason));
    }

    private static WantedState wishThatFits(ResourceStatus seen) {
        return switch (seen) {
            case RUNNING -> WantedState.RUNNING;
            case PAUSED -> WantedState.PAUSED;
            default -> WantedState.STOPPED;
        };
    }

    /** What follows an attempt that failed. */
    static List<ResourceEvent> after(
            ResourceState before,
            RecordActionFailed report,
            Instant now,
            DivergenceSettings settings) {
        var last = before.restoration();
        boolean ours = last != null && report.executionId().equals(last.executionId());
        return ours
                ? next(before, last, now, "attempt " + last.attempt() + " failed", settings)
                : NOTHING;
    }

    private static List<ResourceEvent> next(
            ResourceState before,
            Restoration last,
            Instant now,
            String reason,
            DivergenceSettings settings) {
        boolean fresh =
                last == null
                        || last.begunAt() == null
                        || !now.isBefore(last.begunAt().plus(settings.steadyAfter()));
        int attempt = fresh ? 1 : last.attempt() + 1;
        if (attempt > settings.attempts()) {
            return List.of(
                    new ResourceRestorationGivenUp(before.resourceId(), settings.attempts()));
        }
        return List.of(scheduled(before, attempt, now.plus(settings.before(attempt)), reason));
    }

    private static ResourceEvent scheduled(
            ResourceState state, int attempt, Instant dueAt, String reason) {
        return new ResourceRestorationScheduled(state.resourceId(), attempt, dueAt, reason);
    }

    static List<ResourceEvent> begun(ResourceState state, RestoreResource command) {
        var waiting = state.restoration();
        boolean due =
                waiting != null
                        && waiting.dueAt() != null
                        && waiting.attempt() == command.attempt()
                        && state.operation() == null;
        var wish = due ? remedy(state, state.status(), command.executionId()) : null;
        if (wish == null) {
            return NOTHING;
        }
        var events = new ArrayList<ResourceEvent>();
        events.add(
                new ResourceRestorationStarted(
                        state.resourceId(), command.attempt(), command.executionId()));
        events.add(wish);
        return events;
    }

    /** The wish that leads back to what is wanted; null when none does. */
    private static ResourceEvent remedy(
            ResourceState state, ResourceStatus seen, ExecutionId executionId) {
        var id = state.resourceId();
        boolean rests = seen == ResourceStatus.STOPPED || seen == ResourceStatus.FAILED;
        return switch (state.wanted()) {
            case RUNNING ->
                    rests
                            ? new ResourceStartRequested(id, executionId, state.claims())
                            : seen == ResourceStatus.PAUSED
                                    ? new ResourceResumeRequested(id, executionId)
                                    : null;
            case PAUSED ->
                    seen == ResourceStatus.RUNNING
                            ? new ResourcePauseRequested(id, executionId)
                            : null;
            case STOPPED ->
                    rests || !seen.isSettled()
                            ? null
                            : new ResourceStopRequested(
                                    id, executionId, false, GRACE_SECONDS, null);
            case DELETED, UNKNOWN -> null;
        };
    }
}
