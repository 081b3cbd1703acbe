package dev.aiwm.command.execution;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.resource;

import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepOptions;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.VmDelete;
import dev.aiwm.contracts.protocol.VmStart;

import java.util.List;

/** Steps as tests plan them. */
final class Steps {
    static final long LIMIT_SECONDS = 60;
    static final AgentCommand FORWARD = new VmStart(resource(1));
    static final AgentCommand BACK = new VmDelete(resource(1));
    static final RetryPolicy TWICE = new RetryPolicy(2, 1_000, 2, 10_000);

    private Steps() {}

    static StepPlan step(String name, String... dependsOn) {
        return step(name, false, RetryPolicy.NONE, BACK, dependsOn);
    }

    static StepPlan optional(String name, String... dependsOn) {
        return step(name, true, RetryPolicy.NONE, null, dependsOn);
    }

    static StepPlan retried(String name, String... dependsOn) {
        return step(name, false, TWICE, BACK, dependsOn);
    }

    static StepPlan lasting(String name, String... dependsOn) {
        return step(name, false, RetryPolicy.NONE, null, dependsOn);
    }

    static StepPlan step(
            String name,
            boolean optional,
            RetryPolicy retry,
            AgentCommand compensation,
            String... dependsOn) {
        return new StepPlan(
                name,
                NODE,
                FORWARD,
                List.of(dependsOn),
                optional,
                LIMIT_SECONDS,
                retry,
                compensation);
    }

    /** A first step whose so-manieth attempt is out. */
    static StepState tried(StepPlan plan, int attempt) {
        return new StepState(
                0,
                plan,
                StepOptions.NONE,
                StepStatus.DISPATCHED,
                attempt,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of());
    }
}
