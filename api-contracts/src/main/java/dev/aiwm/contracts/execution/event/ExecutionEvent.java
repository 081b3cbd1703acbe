package dev.aiwm.contracts.execution.event;

import dev.aiwm.contracts.ExecutionId;

/** Something that happened to one execution. */
public sealed interface ExecutionEvent
        permits ExecutionStarted,
                StepDispatched,
                StepSent,
                StepAcknowledged,
                StepProgressed,
                StepSucceeded,
                StepRetryScheduled,
                StepFailed,
                StepSkipped,
                CompensationStarted,
                StepCompensated,
                StepCompensationFailed,
                CancellationRequested,
                ExecutionSucceeded,
                ExecutionFailed,
                ExecutionCancelled,
                ExecutionDescribed,
                ExecutionMilestoneReached,
                ExecutionPaused,
                ExecutionResumed,
                GracefulCancellationRequested,
                ExecutionRetried,
                StepRecovered,
                ExecutionRelabelled,
                ExecutionDeadlineMoved,
                ExecutionPriorityChanged {
    ExecutionId executionId();
}
