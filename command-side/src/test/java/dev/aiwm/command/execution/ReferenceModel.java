package dev.aiwm.command.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.StepStatus;
import dev.aiwm.contracts.execution.event.StepDispatched;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an execution is to do, told as simply as possible. It is given the same news as the engine,
 * says which steps are out afterwards, and has each dispatch of the engine explained to it: a
 * dispatch that it does not expect is a fault.
 */
final class ReferenceModel {
    private static final Set<StepStatus> OUT =
            Set.of(StepStatus.DISPATCHED, StepStatus.COMPENSATING);

    /** One step of the model. */
    static final class Step {
        final StepPlan plan;
        StepStatus status = StepStatus.PENDING;
        int forwards;
        int backwards;
        int tries;
        Instant retryAt;
        boolean again;

        Step(StepPlan plan) {
            this.plan = plan;
        }

        boolean isDone() {
            return status == StepStatus.SUCCEEDED || status == StepStatus.FAILED && plan.optional();
        }

        boolean isToBeUndone() {
            return (status == StepStatus.SUCCEEDED || status == StepStatus.FAILED)
                    && plan.compensation() != null;
        }
    }

    final List<Step> steps = new ArrayList<>();
    ExecutionStatus status = ExecutionStatus.RUNNING;
    boolean paused;
    boolean cancelled;
    Instant deadline;

    ReferenceModel(List<StepPlan> plans, Instant deadline) {
        plans.forEach(plan -> steps.add(new Step(plan)));
        this.deadline = deadline;
    }

    boolean isUnderWay() {
        return status == ExecutionStatus.RUNNING || status == ExecutionStatus.COMPENSATING;
    }

    /** Is the report about what is out? */
    boolean isNews(int index, int attempt, boolean undoing) {
        var step = steps.get(index);
        var wanted = undoing ? StepStatus.COMPENSATING : StepStatus.DISPATCHED;
        return step.status == wanted && attempt == (undoing ? step.backwards : step.forwards);
    }

    void succeeded(int index, boolean undoing) {
        steps.get(index).status = undoing ? StepStatus.COMPENSATED : StepStatus.SUCCEEDED;
    }

    void failed(int index, boolean undoing, boolean retryable, Instant now) {
        var step = steps.get(index);
        var retryAt = now.plus(step.plan.retry().delayAfter(step.tries));
        boolean goodToRetry = undoing || !isToBeGivenUp() && retryAt.isBefore(deadline);
        if (retryable && step.tries <= step.plan.retry().maxRetries() && goodToRetry) {
            step.status = StepStatus.WAITING_RETRY;
            step.retryAt = retryAt;
        } else {
            step.status = undoing ? StepStatus.COMPENSATION_FAILED : StepStatus.FAILED;
        }
    }

    void retryIsDue(int index) {
        var step = steps.get(index);
        if (step.status == StepStatus.WAITING_RETRY && !paused) {
            step.again = true;
            step.status =
                    status == ExecutionStatus.COMPENSATING
                            ? StepStatus.COMPENSATING
                            : StepStatus.DISPATCHED;
        }
    }

    void resumed(Instant now) {
        paused = false;
        if (!isToBeGivenUp()) {
            for (int i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                if (step.status == StepStatus.WAITING_RETRY && !step.retryAt.isAfter(now)) {
                    retryIsDue(i);
                }
            }
        }
    }

    /** Whatever has not ended has failed. */
    void givenUp() {
        paused = false;
        for (var step : steps) {
            if (OUT.contains(step.status) || step.status == StepStatus.WAITING_RETRY) {
                step.status = StepStatus.FAILED;
            } else if (step.status == StepStatus.PENDING) {
                step.status = StepStatus.SKIPPED;
            }
        }
        status = ExecutionStatus.COMPENSATING;
    }

    void again(List<Integer> indexes, Instant newDeadline) {
        indexes.forEach(
                index -> {
                    steps.get(index).status = StepStatus.PENDING;
                    steps.get(index).tries = 0;
                });
        status = ExecutionStatus.RUNNING;
        cancelled = false;
        deadline = newDeadline;
    }

    boolean isToBeGivenUp() {
        return cancelled
                || steps.stream()
                        .anyMatch(
                                step -> step.status == StepStatus.FAILED && !step.plan.optional());
    }

    /** What follows by itself. */
    void settle() {
        if (status == ExecutionStatus.RUNNING) {
            settleForwards();
        }
        if (status == ExecutionStatus.COMPENSATING && !isAnyOut(StepStatus.COMPENSATING)) {
            boolean waits = steps.stream().anyMatch(s -> s.status == StepStatus.WAITING_RETRY);
            if (!waits && steps.stream().noneMatch(Step::isToBeUndone)) {
                status = cancelled ? ExecutionStatus.CANCELLED : ExecutionStatus.FAILED;
            }
        }
    }

    private void settleForwards() {
        if (isToBeGivenUp()) {
            if (paused) {
                return;
            }
            boolean awaited = isAnyOut(StepStatus.DISPATCHED);
            for (var step : steps) {
                if (step.status == StepStatus.WAITING_RETRY) {
                    step.status = StepStatus.FAILED;
                } else if (step.status == StepStatus.PENDING) {
                    step.status = StepStatus.SKIPPED;
                }
            }
            status = awaited ? status : ExecutionStatus.COMPENSATING;
        } else if (steps.stream().allMatch(Step::isDone)) {
            status = ExecutionStatus.SUCCEEDED;
            paused = false;
        } else if (!paused) {
            steps.stream()
                    .filter(step -> step.status == StepStatus.PENDING && isReady(step))
                    .toList()
                    .forEach(step -> step.status = StepStatus.DISPATCHED);
        }
    }

    private boolean isReady(Step step) {
        return step.plan.dependsOn().stream().allMatch(name -> named(name).isDone());
    }

    private boolean isAnyOut(StepStatus kind) {
        return steps.stream().anyMatch(step -> step.status == kind);
    }

    private Step named(String name) {
        return steps.stream().filter(s -> s.plan.name().equals(name)).findFirst().orElseThrow();
    }

    /** The engine sent something: it must be what the model has out, and each number once. */
    void sent(StepDispatched dispatched) {
        var step = steps.get(dispatched.step());
        if (dispatched.compensation()) {
            undone(step);
            step.tries = step.again ? step.tries : 0;
            step.status = StepStatus.COMPENSATING;
            assertThat(dispatched.attempt()).isEqualTo(++step.backwards);
        } else {
            assertThat(step.status).as("sent %s", dispatched).isEqualTo(StepStatus.DISPATCHED);
            assertThat(dispatched.attempt()).isEqualTo(++step.forwards);
        }
        step.tries++;
        step.again = false;
    }

    /** Only one thing is undone at a time, and nothing under what still stands on it. */
    private void undone(Step step) {
        assertThat(status).isEqualTo(ExecutionStatus.COMPENSATING);
        if (step.again) {
            return;
        }
        assertThat(step.isToBeUndone()).as("undone %s", step.plan.name()).isTrue();
        assertThat(isAnyOut(StepStatus.COMPENSATING)).isFalse();
        for (var other : steps) {
            boolean stands = other.plan.dependsOn().contains(step.plan.name());
            assertThat(stands && other.isToBeUndone()).as("%s stands", other.plan.name()).isFalse();
        }
    }
}
