package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.resource.ResourceAction;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A ExecutionState being changed by one step of the fold. */
final class ExecutionDraft {
    ExecutionId executionId;
    String name;
    ResourceAction action;
    ResourceRef subject;
    Owner owner;
    ExecutionStatus status;
    List<StepState> steps;
    int progress;
    Failure failure;
    boolean cancelRequested;
    Cancellation cancellation;
    Instant pausedAt;
    String pauseReason;
    Map<String, String> labels;
    int priority;
    int round;
    int milestone;
    long limitSeconds;
    Instant startedAt;
    Instant deadline;
    Instant endedAt;
    Instant updatedAt;
    long sequence;

    ExecutionDraft() {}

    ExecutionDraft(ExecutionState before) {
        executionId = before.executionId();
        name = before.name();
        action = before.action();
        subject = before.subject();
        owner = before.owner();
        status = before.status();
        steps = before.steps();
        progress = before.progress();
        failure = before.failure();
        cancelRequested = before.cancelRequested();
        cancellation = before.cancellation();
        pausedAt = before.pausedAt();
        pauseReason = before.pauseReason();
        labels = before.labels();
        priority = before.priority();
        round = before.round();
        milestone = before.milestone();
        limitSeconds = before.limitSeconds();
        startedAt = before.startedAt();
        deadline = before.deadline();
        endedAt = before.endedAt();
        updatedAt = before.updatedAt();
        sequence = before.sequence();
    }

    ExecutionState done() {
        return new ExecutionState(
                executionId,
                name,
                action,
                subject,
                owner,
                status,
                steps,
                progress,
                failure,
                cancelRequested,
                cancellation,
                pausedAt,
                pauseReason,
                labels,
                priority,
                round,
                milestone,
                limitSeconds,
                startedAt,
                deadline,
                endedAt,
                updatedAt,
                sequence);
    }
}
