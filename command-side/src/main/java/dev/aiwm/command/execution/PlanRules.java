package dev.aiwm.command.execution;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.command.StartExecution;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What a plan must be like to be carried out. */
final class PlanRules {
    static final int MOST_STEPS = 1_000;
    static final int MOST_RETRIES = 20;
    static final long LONGEST_SECONDS = 30L * 24 * 60 * 60;

    private PlanRules() {}

    static void check(StartExecution command) {
        List<StepPlan> steps = command.steps();
        require(!steps.isEmpty(), "a plan has at least one step");
        require(steps.size() <= MOST_STEPS, "a plan has at most " + MOST_STEPS + " steps");
        require(isDuration(command.timeoutSeconds()), "the time limit of the plan is not sensible");
        thePriorityIsOne(command.options().priority());
        var options = command.options().steps();
        require(
                options.isEmpty() || options.size() == steps.size(),
                "options are given for all steps or for none");
        namesAreUnique(steps);
        steps.forEach(PlanRules::isSound);
        dependenciesAreSteps(steps);
        require(StepOrder.of(steps).size() == steps.size(), "the dependencies form a circle");
    }

    static void thePriorityIsOne(int priority) {
        require(
                priority >= ExecutionOptions.LOWEST_PRIORITY
                        && priority <= ExecutionOptions.HIGHEST_PRIORITY,
                "the priority is 1 to 9");
    }

    private static void namesAreUnique(List<StepPlan> steps) {
        var names = new HashSet<String>();
        for (var step : steps) {
            require(!step.name().isBlank(), "a step has no name");
            require(names.add(step.name()), "two steps are called " + step.name());
        }
    }

    private static void isSound(StepPlan step) {
        require(isDuration(step.timeoutSeconds()), "no sensible time limit: " + step.name());
        var retry = step.retry();
        boolean sensible =
                retry.maxRetries() >= 0
                        && retry.maxRetries() <= MOST_RETRIES
                        && retry.initialDelayMs() >= 0
                        && retry.maxDelayMs() >= 0
                        && retry.factor() >= 1;
        require(sensible, "no sensible retries: " + step.name());
    }

    private static boolean isDuration(long seconds) {
        return seconds > 0 && seconds <= LONGEST_SECONDS;
    }

    private static void dependenciesAreSteps(List<StepPlan> steps) {
        var names = new HashSet<String>();
        steps.forEach(step -> names.add(step.name()));
        for (var step : steps) {
            for (var dependency : step.dependsOn()) {
                require(
                        names.contains(dependency),
                        step.name() + " depends on " + dependency + ", which is no step");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new Rejection(RejectionCode.INVALID_PLAN, message, Map.of());
        }
    }
}
