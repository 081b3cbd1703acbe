package dev.aiwm.command.api;

import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ContainerMetrics;
import dev.aiwm.contracts.protocol.ContainerPause;
import dev.aiwm.contracts.protocol.ContainerPull;
import dev.aiwm.contracts.protocol.ContainerRestart;
import dev.aiwm.contracts.protocol.ContainerResume;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.protocol.ContainerStop;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.SystemHealthCheck;
import dev.aiwm.contracts.protocol.VmListSnapshots;
import dev.aiwm.contracts.protocol.VmMetrics;
import dev.aiwm.contracts.protocol.VmPause;
import dev.aiwm.contracts.protocol.VmRestart;
import dev.aiwm.contracts.protocol.VmResume;
import dev.aiwm.contracts.protocol.VmStart;
import dev.aiwm.contracts.protocol.VmStop;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a step that a user chose may ask of a node: nothing that makes, removes or resizes anything,
 * because of that the ledger has to know first (decision 0100).
 */
final class CustomActions {
    static final String USE_RESOURCE_API = "USE_RESOURCE_API";
    static final String LIVE = "LIVE_CALL";
    static final String UNKNOWN = "UNKNOWN_ACTION";

    private static final Set<String> OF_A_NODE = Set.of(SystemHealthCheck.TYPE);
    private static final Set<String> STARTING =
            Set.of(
                    ContainerStart.TYPE,
                    ContainerRestart.TYPE,
                    ContainerResume.TYPE,
                    VmStart.TYPE,
                    VmRestart.TYPE,
                    VmResume.TYPE);
    private static final Set<String> OTHERS =
            Set.of(
                    ContainerPull.TYPE,
                    ContainerStop.TYPE,
                    ContainerPause.TYPE,
                    ContainerMetrics.TYPE,
                    VmStop.TYPE,
                    VmPause.TYPE,
                    VmMetrics.TYPE,
                    VmListSnapshots.TYPE);
    private static final Set<String> LIVE_CALLS =
            Set.of(
                    "container.logs",
                    "container.exec",
                    "container.describe",
                    "vm.logs",
                    "vm.console",
                    "image.list",
                    "volume.list",
                    "volume.create",
                    "volume.remove");
    private static final Set<String> WITH_GRACE =
            Set.of(ContainerStop.TYPE, ContainerRestart.TYPE, VmStop.TYPE, VmRestart.TYPE);

    private CustomActions() {}

    static boolean isAllowed(String action) {
        return OF_A_NODE.contains(action) || isOfAResource(action);
    }

    private static boolean isOfAResource(String action) {
        return STARTING.contains(action) || OTHERS.contains(action);
    }

    static boolean isOfANode(String action) {
        return OF_A_NODE.contains(action);
    }

    /** The resource computes afterwards, so it must have what it computes with. */
    static boolean isStarting(AgentCommand command) {
        return STARTING.contains(command.type());
    }

    static boolean hasGrace(String action) {
        return WITH_GRACE.contains(action);
    }

    static boolean isOfVirtualMachines(String action) {
        return action.startsWith("vm.");
    }

    static String codeOf(String action) {
        boolean known =
                MessageType.fromController(action)
                        .filter(type -> type.getSimpleName().equals("StepData"))
                        .isPresent();
        if (!known) {
            return UNKNOWN;
        }
        return LIVE_CALLS.contains(action) ? LIVE : USE_RESOURCE_API;
    }

    static String reasonOf(String action) {
        return switch (codeOf(action)) {
            case UNKNOWN -> "is no action; one of " + all();
            case LIVE -> "is answered live and is no step; one of " + all();
            default ->
                    "is for the API of what it changes, so that nothing is used that is not"
                            + " claimed; one of "
                            + all();
        };
    }

    private static Set<String> all() {
        var all = new TreeSet<String>(OF_A_NODE);
        all.addAll(STARTING);
        all.addAll(OTHERS);
        return all;
    }
}
