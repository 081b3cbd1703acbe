package dev.aiwm.command.execution;

import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plans of some steps that depend on each other in any way that is no circle. */
final class RandomPlans {
    private RandomPlans() {}

    static List<StepPlan> next(Random random, int mostSteps) {
        var steps = new ArrayList<StepPlan>();
        int count = 1 + random.nextInt(mostSteps);
        for (int i = 0; i < count; i++) {
            var dependsOn = new ArrayList<String>();
            for (int j = 0; j < i; j++) {
                if (random.nextInt(3) == 0) {
                    dependsOn.add("s" + j);
                }
            }
            steps.add(
                    Steps.step(
                            "s" + i,
                            random.nextInt(4) == 0,
                            new RetryPolicy(random.nextInt(3), 1_000, 2, 8_000),
                            random.nextInt(3) == 0 ? null : Steps.BACK,
                            dependsOn.toArray(String[]::new)));
        }
        return steps;
    }
}
