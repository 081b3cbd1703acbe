package dev.aiwm.contracts.execution;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Failure;

import java.time.Instant;

/**
 * One attempt at a step, or at undoing it, and when what happened to it (R128).
 *
 * @param round of the execution, from 1
 * @param queuedAt when it was to be sent
 * @param sentAt when it first went to the node; null while that is not known
 * @param progressedAt when the node last told how far it is
 * @param failure null while it is out, and when it succeeded
 */
public record StepAttempt(
        int attempt,
        boolean compensation,
        int round,
        Instant queuedAt,
        Instant sentAt,
        Instant acknowledgedAt,
        Instant progressedAt,
        int progress,
        Instant finishedAt,
        Failure failure) {
    public StepAttempt {
        requireNonNull(queuedAt, "queuedAt is null");
    }

    StepAttempt sent(Instant at) {
        return new StepAttempt(
                attempt,
                compensation,
                round,
                queuedAt,
                at,
                acknowledgedAt,
                progressedAt,
                progress,
                finishedAt,
                failure);
    }

    StepAttempt acknowledged(Instant sent, Instant at) {
        return new StepAttempt(
                attempt,
                compensation,
                round,
                queuedAt,
                sentAt == null ? sent : sentAt,
                at,
                progressedAt,
                progress,
                finishedAt,
                failure);
    }

    StepAttempt progressed(int percent, Instant at) {
        return new StepAttempt(
                attempt,
                compensation,
                round,
                queuedAt,
                sentAt,
                acknowledgedAt,
                at,
                percent,
                finishedAt,
                failure);
    }

    StepAttempt finished(Failure why, Instant at) {
        return new StepAttempt(
                attempt,
                compensation,
                round,
                queuedAt,
                sentAt,
                acknowledgedAt,
                progressedAt,
                progress,
                at,
                why);
    }
}
