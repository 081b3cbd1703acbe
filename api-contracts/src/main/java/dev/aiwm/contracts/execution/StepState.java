package dev.aiwm.contracts.execution;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.aiwm.contracts.Failure;

import java.time.Instant;
import java.util.List;

/**
 * One step as it stands.
 *
 * @param attemptBase number of the last attempt before those that count now: attempts are numbered
 *     on through all rounds, retries are counted anew in each
 * @param recovered why an operator decided how it ended; null when nobody did
 * @param toldAhead its node was told of it with an earlier step, and may have begun it
 * @param attempts all, or of very many the latest
 */
public record StepState(
        int index,
        StepPlan plan,
        StepOptions options,
        StepStatus status,
        int attempt,
        int attemptBase,
        int progress,
        String message,
        StepResult result,
        Failure failure,
        Instant dispatchedAt,
        Instant acknowledgedAt,
        Instant endedAt,
        Instant dueAt,
        String recovered,
        boolean toldAhead,
        List<StepAttempt> attempts) {
    public StepState {
        requireNonNull(plan, "plan is null");
        options = options == null ? StepOptions.NONE : options;
        requireNonNull(status, "status is null");
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
    }

    /** The number of the last attempt at the step, or at undoing it; 0 when there was none. */
    public int lastAttempt(boolean compensation) {
        int last = 0;
        for (var each : attempts) {
            last = each.compensation() == compensation ? each.attempt() : last;
        }
        return last;
    }

    /** Whether the last attempt is known to have gone to the node. */
    @JsonIgnore
    public boolean isSent() {
        return !attempts.isEmpty() && attempts.get(attempts.size() - 1).sentAt() != null;
    }

    /** How often it has been tried this time. */
    @JsonIgnore
    public int tries() {
        return attempt - attemptBase;
    }
}
