package dev.aiwm.benchmarks;

import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.resource.Runtime;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Resources made and removed on a node that does all it is told at once, until the product's JIT
 * compiler is done with what is not an engine's work.
 */
final class Rehearsal {
    private static final String NODE = "node-00000";
    private static final StepResult RUNS =
            new StepResult(
                    new Runtime("engine-id", null, List.of(), 1, 1, null), null, null, Map.of());

    private Rehearsal() {}

    /**
     * @param body makes a resource on the node that is named
     */
    static void on(Api api, int resources, UnaryOperator<String> body)
            throws IOException, InterruptedException {
        var thread = Executors.newSingleThreadExecutor();
        try (var fleet = Fleet.enrol(api, 1, Fleet.large(0))) {
            fleet.connect(
                    (agent, message) ->
                            NodeStep.in(message)
                                    .ifPresent(
                                            step -> thread.execute(() -> carryOut(step, agent))));
            for (int i = 0; i < resources; i++) {
                Lifecycle.remove(api, List.of(Lifecycle.create(api, body.apply(NODE))));
            }
            Quiet.await(api);
        } finally {
            thread.shutdownNow();
        }
    }

    private static void carryOut(NodeStep step, Agent agent) {
        step.acknowledge(agent);
        step.succeed(agent, RUNS);
    }
}
