package dev.aiwm.command.execution;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.failure;

import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.command.ExecutionCommand;
import dev.aiwm.contracts.execution.command.RecordStepFailed;
import dev.aiwm.contracts.execution.command.RecordStepSent;
import dev.aiwm.contracts.execution.command.RecordStepSucceeded;
import dev.aiwm.contracts.execution.event.StepDispatched;

import java.time.Instant;
import java.util.Random;

/** What is told of an attempt, as chance has it. */
final class NodeReports {
    static final String BROKEN = "BROKEN";

    private NodeReports() {}

    /** How it ended: four times of five well. */
    static ExecutionCommand result(StepDispatched of, Random random) {
        if (random.nextInt(5) > 0) {
            return new RecordStepSucceeded(
                    of.executionId(),
                    NODE,
                    of.step(),
                    of.attempt(),
                    of.compensation(),
                    StepResult.EMPTY);
        }
        return new RecordStepFailed(
                of.executionId(),
                NODE,
                of.step(),
                of.attempt(),
                of.compensation(),
                failure(random.nextBoolean() ? BROKEN : "WORN"),
                random.nextBoolean());
    }

    /** It had to wait for its turn. */
    static ExecutionCommand sent(StepDispatched of, Instant at) {
        return new RecordStepSent(
                of.executionId(), NODE, of.step(), of.attempt(), of.compensation(), at);
    }
}
