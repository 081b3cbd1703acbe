package dev.aiwm.query;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.BulkTarget;
import dev.aiwm.contracts.bulk.event.BulkStarted;
import dev.aiwm.contracts.bulk.task.StartTask;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.NodeRole;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.protocol.ContainerPull;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.Registry;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceDeploymentStarted;
import dev.aiwm.contracts.resource.event.ResourceStarted;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.SchedulePlan;
import dev.aiwm.contracts.schedule.aim.OneResource;
import dev.aiwm.contracts.schedule.event.ScheduleCreated;
import dev.aiwm.contracts.schedule.timing.CronTiming;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events of a small world. */
public final class Events {
    public static final NodeId NODE = NodeId.of("node-1");
    public static final Owner OWNER = new Owner(Program.ORG, "user-1");

    private Events() {}

    public static ResourceCreated created(ResourceId id, String name) {
        return created(id, name, OWNER, Map.of("team", "ml"));
    }

    public static ResourceCreated created(
            ResourceId id, String name, Owner owner, Map<String, String> labels) {
        return new ResourceCreated(
                id,
                name,
                null,
                labels,
                owner,
                NODE,
                container(),
                claims(),
                ComputeWhenStopped.KEEP,
                null,
                true,
                ExecutionId.random(),
                null);
    }

    public static ApplicationContainerConfig container() {
        return new ApplicationContainerConfig(
                Registry.DOCKER_HUB,
                "redis",
                "7",
                null,
                List.of(),
                List.of(),
                Map.of(),
                2.0,
                4_096L,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    public static Claims claims() {
        return new Claims(2, 4_096, 10, List.of(), List.of(), List.of(), List.of());
    }

    public static ResourceDeploymentStarted deploying(ResourceId id) {
        return new ResourceDeploymentStarted(id, ExecutionId.random());
    }

    public static ResourceStarted started(ResourceId id) {
        return new ResourceStarted(
                id,
                ExecutionId.random(),
                new Runtime("engine-" + id, "10.0.0.1:6379", List.of(), 2, 4_096, Instant.EPOCH));
    }

    public static NodeEnrolled enrolled(NodeId id) {
        return new NodeEnrolled(
                id, "Node " + id.value(), null, List.of(NodeRole.WORKER), Map.of(), OWNER, 4.0);
    }

    /** As everybody's. */
    public static NodeEnrolled shared(NodeId id) {
        return new NodeEnrolled(
                id, "Node " + id.value(), null, List.of(NodeRole.WORKER), Map.of(), null, 4.0);
    }

    public static NodeConnected connected(NodeId id) {
        return new NodeConnected(
                id,
                1,
                "token-1",
                new Inventory(
                        "host",
                        "10.0.0.1",
                        null,
                        null,
                        64,
                        "cpu",
                        262_144,
                        2_000,
                        List.of(
                                new GpuDevice(
                                        "GPU-0", "A100", 81_920, null, null, false, List.of())),
                        List.of(Inventory.CONTAINERS),
                        null,
                        false,
                        "1",
                        true));
    }

    public static CapacityReserved reserved(NodeId node, ResourceId resource) {
        return new CapacityReserved(
                node, resource, "res", claims(), Instant.parse("2030-01-01T00:00:00Z"));
    }

    public static ExecutionStarted execution(ExecutionId id, ResourceId resource) {
        return new ExecutionStarted(
                id,
                "create",
                ResourceAction.CREATE,
                new ResourceRef("application-container", resource.value()),
                OWNER,
                List.of(
                        new StepPlan(
                                "pull",
                                NODE,
                                new ContainerPull(resource, "redis:7", null, null),
                                List.of(),
                                false,
                                60,
                                RetryPolicy.DEFAULT,
                                null)),
                Instant.parse("2030-01-01T00:00:00Z"));
    }

    public static BulkStarted bulk(BulkId id, ResourceId resource) {
        return new BulkStarted(
                id,
                new StartTask(),
                OWNER,
                null,
                List.of(new BulkTarget(resource, "res")),
                1,
                null);
    }

    /** Each hour from the beginning of 2030. */
    public static ScheduleCreated schedule(ScheduleId id, ResourceId resource) {
        return new ScheduleCreated(
                id,
                "hourly",
                OWNER,
                new CronTiming("@hourly", null),
                MissedRuns.SKIP,
                new SchedulePlan(new OneResource(resource), new StartTask(), null, 1),
                Instant.parse("2030-01-01T00:00:00Z"));
    }
}
