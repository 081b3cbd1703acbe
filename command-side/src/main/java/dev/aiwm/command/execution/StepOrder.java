package dev.aiwm.command.execution;

import dev.aiwm.contracts.execution.StepPlan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The order in which steps come about: what a step depends on comes before it. */
final class StepOrder {
    private StepOrder() {}

    /** Indexes into the plan; fewer than there are steps when dependencies form a circle. */
    static List<Integer> of(List<StepPlan> steps) {
        var order = new ArrayList<Integer>();
        var placed = new HashSet<String>();
        boolean found = true;
        while (found) {
            found = false;
            for (int i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                if (!placed.contains(step.name()) && placed.containsAll(step.dependsOn())) {
                    placed.add(step.name());
                    order.add(i);
                    found = true;
                }
            }
        }
        return order;
    }
}
