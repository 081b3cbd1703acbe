package dev.aiwm.command.plan;

import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ContainerAdopt;
import dev.aiwm.contracts.protocol.ContainerCreate;
import dev.aiwm.contracts.protocol.ContainerDelete;
import dev.aiwm.contracts.protocol.ContainerPause;
import dev.aiwm.contracts.protocol.ContainerPull;
import dev.aiwm.contracts.protocol.ContainerRelease;
import dev.aiwm.contracts.protocol.ContainerResize;
import dev.aiwm.contracts.protocol.ContainerRestart;
import dev.aiwm.contracts.protocol.ContainerResume;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.protocol.ContainerStop;
import dev.aiwm.contracts.protocol.VmCreate;
import dev.aiwm.contracts.protocol.VmDelete;
import dev.aiwm.contracts.protocol.VmDeleteSnapshot;
import dev.aiwm.contracts.protocol.VmPause;
import dev.aiwm.contracts.protocol.VmResize;
import dev.aiwm.contracts.protocol.VmRestart;
import dev.aiwm.contracts.protocol.VmRestoreSnapshot;
import dev.aiwm.contracts.protocol.VmResume;
import dev.aiwm.contracts.protocol.VmSnapshot;
import dev.aiwm.contracts.protocol.VmStart;
import dev.aiwm.contracts.protocol.VmStop;
import dev.aiwm.contracts.resource.Adoption;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.Snapshot;
import dev.aiwm.contracts.resource.config.Images;
import dev.aiwm.contracts.resource.config.PullPolicy;
import dev.aiwm.contracts.resource.config.RegistryAuth;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;

/**
 * The steps of each operation on a resource. Every step may be repeated on the node without harm,
 * which is what lets it be retried and delivered twice.
 *
 * <p>A start makes what is to be started first: that does nothing when it is there in the right
 * generation, and puts a changed configuration into effect. Only a creation is undone when it
 * fails; what was there before stays.
 *
 * <p>A resource that needs more time than usual says so with the label {@link #MORE_TIME}.
 */
@Component
public class Plans {
    /** Label of a resource: how many seconds each of its steps may take at least. */
    public static final String MORE_TIME = "aiwm.io/step-timeout-seconds";

    /** Up to 11 days, well within what a plan may have. */
    private static final int MOST_DIGITS = 6;

    private static final String PULL = "pull";
    private static final String CREATE = "create";
    private static final String START = "start";

    private final ExecutionSettings settings;

    public Plans(ExecutionSettings settings) {
        this.settings = settings;
    }

    public List<StepPlan> create(ResourceState resource) {
        return made(resource, deletion(resource));
    }

    /** What is there already is taken over as it is; a failure leaves it as it was. */
    public List<StepPlan> adopt(ResourceState resource, Adoption adoption) {
        var id = resource.resourceId();
        var adopt = new ContainerAdopt(id, adoption.containerId());
        var undo = new ContainerRelease(id, adoption.containerName());
        return List.of(forward(resource, "adopt", adopt, List.of(), settings.start(), undo));
    }

    public List<StepPlan> start(ResourceState resource) {
        return made(resource, null);
    }

    public List<StepPlan> stop(ResourceState resource, boolean force, long gracePeriodSeconds) {
        var id = resource.resourceId();
        AgentCommand stop =
                resource.config().isVirtualMachine()
                        ? new VmStop(id, force, gracePeriodSeconds)
                        : new ContainerStop(id, force, gracePeriodSeconds);
        return List.of(single(resource, "stop", stop, within(settings.stop(), gracePeriodSeconds)));
    }

    public List<StepPlan> restart(ResourceState resource, boolean force, long gracePeriodSeconds) {
        var id = resource.resourceId();
        AgentCommand restart =
                resource.config().isVirtualMachine()
                        ? new VmRestart(id, force, gracePeriodSeconds)
                        : new ContainerRestart(id, force, gracePeriodSeconds);
        var limit = within(settings.stop().plus(settings.start()), gracePeriodSeconds);
        return List.of(single(resource, "restart", restart, limit));
    }

    /** A forced deletion does not wait long for a node that may never answer. */
    public List<StepPlan> delete(ResourceState resource, boolean force) {
        var command = deletion(resource);
        if (!force) {
            return List.of(single(resource, "delete", command, settings.delete()));
        }
        var limit = settings.forcedDelete();
        return List.of(step(resource, "delete", command, List.of(), limit, RetryPolicy.NONE, null));
    }

    public List<StepPlan> pause(ResourceState resource) {
        var id = resource.resourceId();
        AgentCommand pause =
                resource.config().isVirtualMachine() ? new VmPause(id) : new ContainerPause(id);
        return List.of(single(resource, "pause", pause, settings.start()));
    }

    public List<StepPlan> resume(ResourceState resource) {
        var id = resource.resourceId();
        AgentCommand resume =
                resource.config().isVirtualMachine() ? new VmResume(id) : new ContainerResume(id);
        return List.of(single(resource, "resume", resume, settings.start()));
    }

    /** To the size that was asked for; a failure puts the old one back. */
    public List<StepPlan> resize(ResourceState resource) {
        var wanted = resource.resize() == null ? resource.config() : resource.resize().config();
        return List.of(
                forward(
                        resource,
                        "resize",
                        sized(resource, wanted),
                        List.of(),
                        settings.create(),
                        sized(resource, resource.config())));
    }

    private static AgentCommand sized(ResourceState resource, ResourceConfig config) {
        var id = resource.resourceId();
        var size = config.size();
        return config.isVirtualMachine()
                ? new VmResize(id, size.cpuCores().intValue(), size.ramMB(), size.diskGB())
                : new ContainerResize(id, size.cpuCores(), size.ramMB());
    }

    /** What a failure leaves of the snapshot is removed. */
    public List<StepPlan> snapshot(ResourceState resource, SnapshotId snapshotId) {
        var id = resource.resourceId();
        var asked = resource.snapshot(snapshotId);
        var take =
                new VmSnapshot(
                        id,
                        snapshotId,
                        asked.map(Snapshot::name).orElse(snapshotId.value()),
                        asked.map(Snapshot::description).orElse(null));
        var undo = new VmDeleteSnapshot(id, snapshotId);
        return List.of(forward(resource, "snapshot", take, List.of(), settings.create(), undo));
    }

    public List<StepPlan> restoreSnapshot(ResourceState resource, SnapshotId snapshotId) {
        var restore = new VmRestoreSnapshot(resource.resourceId(), snapshotId);
        return List.of(single(resource, "restore-snapshot", restore, settings.create()));
    }

    public List<StepPlan> deleteSnapshot(ResourceState resource, SnapshotId snapshotId) {
        var delete = new VmDeleteSnapshot(resource.resourceId(), snapshotId);
        return List.of(single(resource, "delete-snapshot", delete, settings.create()));
    }

    private List<StepPlan> made(ResourceState resource, AgentCommand undo) {
        return resource.config()
                .fold(
                        machine -> machineMade(resource, machine, undo),
                        application ->
                                containerMade(
                                        resource,
                                        Images.of(application),
                                        application.registryAuth(),
                                        application.effectiveOptions().pullPolicy(),
                                        undo),
                        inference ->
                                containerMade(resource, Images.of(inference), null, null, undo));
    }

    private List<StepPlan> machineMade(
            ResourceState resource, VirtualMachineConfig config, AgentCommand undo) {
        var id = resource.resourceId();
        var create =
                new VmCreate(id, resource.name(), resource.generation(), config, resource.claims());
        return List.of(
                forward(resource, CREATE, create, List.of(), settings.create(), undo),
                forward(resource, START, new VmStart(id), List.of(CREATE), settings.start(), null));
    }

    private List<StepPlan> containerMade(
            ResourceState resource,
            String image,
            RegistryAuth credentials,
            PullPolicy chosen,
            AgentCommand undo) {
        var id = resource.resourceId();
        var policy = chosen == null ? PullPolicy.IF_NOT_PRESENT : chosen;
        var pull = new ContainerPull(id, image, credentials, policy.wire());
        var create =
                new ContainerCreate(
                        id,
                        resource.name(),
                        resource.generation(),
                        resource.config(),
                        resource.claims(),
                        resource.owner().orgId());
        return List.of(
                forward(resource, PULL, pull, List.of(), settings.pull(), null),
                forward(resource, CREATE, create, List.of(PULL), settings.create(), undo),
                forward(
                        resource,
                        START,
                        new ContainerStart(id),
                        List.of(CREATE),
                        settings.start(),
                        null));
    }

    private static AgentCommand deletion(ResourceState resource) {
        return resource.config().isVirtualMachine()
                ? new VmDelete(resource.resourceId())
                : new ContainerDelete(resource.resourceId());
    }

    private static Duration within(Duration limit, long gracePeriodSeconds) {
        return limit.plusSeconds(Math.max(0, gracePeriodSeconds));
    }

    private StepPlan single(
            ResourceState resource, String name, AgentCommand command, Duration limit) {
        return forward(resource, name, command, List.of(), limit, null);
    }

    private StepPlan forward(
            ResourceState resource,
            String name,
            AgentCommand command,
            List<String> dependsOn,
            Duration limit,
            AgentCommand undo) {
        var enough = Duration.ofSeconds(Math.max(limit.toSeconds(), moreTime(resource)));
        return step(resource, name, command, dependsOn, enough, settings.retry(), undo);
    }

    private static StepPlan step(
            ResourceState resource,
            String name,
            AgentCommand command,
            List<String> dependsOn,
            Duration limit,
            RetryPolicy retry,
            AgentCommand undo) {
        return new StepPlan(
                name,
                resource.nodeId(),
                command,
                dependsOn,
                false,
                Math.max(1, limit.toSeconds()),
                retry,
                undo);
    }

    private static long moreTime(ResourceState resource) {
        String seconds = resource.labels().getOrDefault(MORE_TIME, "");
        boolean number = !seconds.isEmpty() && seconds.length() <= MOST_DIGITS;
        return number && seconds.chars().allMatch(Character::isDigit) ? Long.parseLong(seconds) : 0;
    }

    /** The limit of a whole execution: the configured one, or what its steps may take if more. */
    public long limitSeconds(List<StepPlan> steps) {
        long sum = steps.stream().mapToLong(StepPlan::timeoutSeconds).sum();
        return Math.max(settings.limit().toSeconds(), sum);
    }
}
