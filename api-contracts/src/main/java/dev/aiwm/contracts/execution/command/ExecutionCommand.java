package dev.aiwm.contracts.execution.command;

import dev.aiwm.contracts.ExecutionId;

/** A wish or a report about one execution. */
public sealed interface ExecutionCommand
        permits StartExecution,
                RecordExecutionNeverBegun,
                CancelExecution,
                RecordStepSent,
                RecordStepAcknowledged,
                RecordStepProgress,
                RecordStepSucceeded,
                RecordStepFailed,
                RetryStep,
                TimeOutStep,
                TimeOutExecution,
                ForceCancellation,
                PauseExecution,
                ResumeExecution,
                RetryExecution,
                RecoverStep,
                AmendExecution {
    ExecutionId executionId();
}
