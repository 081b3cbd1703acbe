package dev.aiwm.command.gateway;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.command.StartExecution;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.protocol.ContainerStop;
import dev.aiwm.contracts.resource.ResourceAction;

import java.util.ArrayList;
import java.util.List;

/** Executions for a node to carry out. */
final class Work {
    private Work() {}

    /** One step that starts a container. */
    static StartExecution oneStep(NodeId nodeId) {
        return steps(nodeId, 1);
    }

    /** Steps that start a container, each after the one before it. */
    static StartExecution steps(NodeId nodeId, int count) {
        var resourceId = ResourceId.random();
        var plans = new ArrayList<StepPlan>();
        for (int i = 0; i < count; i++) {
            var after = i == 0 ? List.<String>of() : List.of("step " + (i - 1));
            plans.add(
                    new StepPlan(
                            "step " + i,
                            nodeId,
                            new ContainerStart(resourceId),
                            after,
                            false,
                            600,
                            new RetryPolicy(3, 10, 1, 10),
                            new ContainerStop(resourceId, true, 0)));
        }
        return execution(resourceId, plans);
    }

    static StartExecution of(NodeId nodeId, ResourceId resourceId, AgentCommand command) {
        var plan =
                new StepPlan(
                        "only", nodeId, command, List.of(), false, 600, RetryPolicy.NONE, null);
        return execution(resourceId, List.of(plan));
    }

    private static StartExecution execution(ResourceId resourceId, List<StepPlan> plans) {
        return new StartExecution(
                ExecutionId.random(),
                "start",
                ResourceAction.START,
                new ResourceRef("container", resourceId.value()),
                Samples.OWNER,
                plans,
                3_600);
    }
}
