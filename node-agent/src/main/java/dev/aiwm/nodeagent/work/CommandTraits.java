package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ContainerAdopt;
import dev.aiwm.contracts.protocol.ContainerCreate;
import dev.aiwm.contracts.protocol.ContainerDelete;
import dev.aiwm.contracts.protocol.ContainerMetrics;
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
import dev.aiwm.contracts.protocol.VmListSnapshots;
import dev.aiwm.contracts.protocol.VmMetrics;
import dev.aiwm.contracts.protocol.VmPause;
import dev.aiwm.contracts.protocol.VmResize;
import dev.aiwm.contracts.protocol.VmRestart;
import dev.aiwm.contracts.protocol.VmRestoreSnapshot;
import dev.aiwm.contracts.protocol.VmResume;
import dev.aiwm.contracts.protocol.VmSnapshot;
import dev.aiwm.contracts.protocol.VmStart;
import dev.aiwm.contracts.protocol.VmStop;
import dev.aiwm.contracts.resource.ObservedState;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What the desk needs to know of a command without carrying it out.
 *
 * @param resourceId whose turn it takes; null for the node's own
 * @param leaves the state in which success leaves the object; null when it leaves it as it is
 * @param removes everything else about the object is pointless once this is asked for
 * @param open it cannot hold a secret, so it may be written down
 */
record CommandTraits(ResourceId resourceId, ObservedState leaves, boolean removes, boolean open) {
    private static final CommandTraits OF_THE_NODE = new CommandTraits(null, null, false, false);
    private static final Map<Class<?>, Function<AgentCommand, CommandTraits>> KNOWN =
            new HashMap<>();

    static {
        is(VmCreate.class, command -> making(command.resourceId()));
        is(ContainerCreate.class, command -> making(command.resourceId()));
        is(
                ContainerPull.class,
                command ->
                        new CommandTraits(
                                command.resourceId(), null, false, command.registryAuth() == null));
        is(VmStart.class, command -> leaving(command.resourceId(), ObservedState.RUNNING));
        is(ContainerStart.class, command -> leaving(command.resourceId(), ObservedState.RUNNING));
        is(VmRestart.class, command -> leaving(command.resourceId(), ObservedState.RUNNING));
        is(ContainerRestart.class, command -> leaving(command.resourceId(), ObservedState.RUNNING));
        is(VmStop.class, command -> leaving(command.resourceId(), ObservedState.STOPPED));
        is(ContainerStop.class, command -> leaving(command.resourceId(), ObservedState.STOPPED));
        is(VmPause.class, command -> leaving(command.resourceId(), ObservedState.PAUSED));
        is(ContainerPause.class, command -> leaving(command.resourceId(), ObservedState.PAUSED));
        is(VmResume.class, command -> leaving(command.resourceId(), ObservedState.RUNNING));
        is(ContainerResume.class, command -> leaving(command.resourceId(), ObservedState.RUNNING));
        is(VmResize.class, command -> leaving(command.resourceId(), null));
        is(ContainerResize.class, command -> leaving(command.resourceId(), null));
        is(VmSnapshot.class, command -> leaving(command.resourceId(), null));
        is(VmListSnapshots.class, command -> leaving(command.resourceId(), null));
        is(VmRestoreSnapshot.class, command -> leaving(command.resourceId(), null));
        is(VmDeleteSnapshot.class, command -> leaving(command.resourceId(), null));
        is(VmDelete.class, command -> removing(command.resourceId()));
        is(ContainerDelete.class, command -> removing(command.resourceId()));
        is(ContainerAdopt.class, command -> leaving(command.resourceId(), ObservedState.RUNNING));
        is(ContainerRelease.class, command -> leaving(command.resourceId(), ObservedState.ABSENT));
        is(VmMetrics.class, command -> leaving(command.resourceId(), null));
        is(ContainerMetrics.class, command -> leaving(command.resourceId(), null));
    }

    static CommandTraits of(AgentCommand command) {
        var known = KNOWN.get(command.getClass());
        return known == null ? OF_THE_NODE : known.apply(command);
    }

    private static CommandTraits making(ResourceId resourceId) {
        return new CommandTraits(resourceId, ObservedState.STOPPED, false, false);
    }

    private static CommandTraits leaving(ResourceId resourceId, ObservedState state) {
        return new CommandTraits(resourceId, state, false, true);
    }

    private static CommandTraits removing(ResourceId resourceId) {
        return new CommandTraits(resourceId, ObservedState.ABSENT, true, true);
    }

    private static <T extends AgentCommand> void is(
            Class<T> type, Function<T, CommandTraits> traits) {
        KNOWN.put(type, command -> traits.apply(type.cast(command)));
    }
}
