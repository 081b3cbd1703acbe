package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerPort;

import dev.aiwm.nodeagent.driver.DriverException;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a container could not be started. */
final class StartFaults {
    /** Somebody else listens at a port of the node. */
    static final String PORT_TAKEN = "PORT_TAKEN";

    /** The node gives GPUs to no container. */
    static final String NO_GPU_RUNTIME = "NO_GPU_RUNTIME";

    /** The program to run is not in the image, or cannot be run. */
    static final String PROGRAM_NOT_FOUND = "PROGRAM_NOT_FOUND";

    /** Whom it is to run as, its image does not know. */
    static final String USER_NOT_FOUND = "USER_NOT_FOUND";

    /** The node does not have the address at which a port was to be. */
    static final String ADDRESS_NOT_FOUND = "ADDRESS_NOT_FOUND";

    private static final Pattern ADDRESS =
            Pattern.compile("listen \\w+ (\\S+):\\d+: bind: cannot assign requested address");
    private static final Pattern PORT =
            Pattern.compile("(?:bind for |listen (?:tcp|udp)[46]? )\\S*?:(\\d+)");

    private StartFaults() {}

    static DriverException told(
            InspectContainerResponse box, RuntimeException fault, Containers containers) {
        String said = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        if (FullDisk.isIn(said)) {
            return Faults.told(fault);
        }
        if (said.contains("port is already allocated") || said.contains("address already in use")) {
            return portTaken(box, said, containers);
        }
        var elsewhere = ADDRESS.matcher(said);
        if (elsewhere.find()) {
            return DriverException.permanent(
                    ADDRESS_NOT_FOUND,
                    "the node has no address %s that a port could be at"
                            .formatted(elsewhere.group(1)));
        }
        if (said.contains("could not select device driver")) {
            return DriverException.permanent(
                    NO_GPU_RUNTIME,
                    "the Docker engine of the node gives GPUs to no container: the NVIDIA container"
                            + " toolkit is missing");
        }
        var user = ProgramFaults.missingUser(Faults.sentence(fault), box.getConfig().getUser());
        if (user.isPresent()) {
            return DriverException.permanent(USER_NOT_FOUND, user.get());
        }
        boolean noProgram =
                said.contains("executable file not found")
                        || said.contains("no such file or directory")
                        || said.contains("permission denied");
        if (noProgram && said.contains("exec")) {
            return DriverException.permanent(
                    PROGRAM_NOT_FOUND,
                    "the program that the container is to run is not in its image, or cannot be"
                            + " run");
        }
        return Faults.told(fault);
    }

    private static DriverException portTaken(
            InspectContainerResponse box, String said, Containers containers) {
        var match = PORT.matcher(said);
        Integer port = match.find() ? Integer.valueOf(match.group(1)) : null;
        var holder =
                port == null
                        ? Stream.<Container>empty()
                        : containers.everything().stream()
                                .filter(other -> !other.getId().equals(box.getId()))
                                .filter(other -> holds(other, port));
        String who =
                holder.findFirst()
                        .map(other -> "container " + name(other, containers))
                        .orElse("a program on the node");
        return DriverException.permanent(
                PORT_TAKEN,
                "port %s of the node is in use by %s".formatted(port == null ? "" : port, who));
    }

    private static boolean holds(Container other, int port) {
        return other.getPorts() != null
                && Arrays.stream(other.getPorts())
                        .map(ContainerPort::getPublicPort)
                        .anyMatch(taken -> taken != null && taken == port);
    }

    private static String name(Container other, Containers containers) {
        String name = other.getNames()[0].replaceFirst("^/", "");
        return containers.markOn(other).isPresent()
                ? "'" + name + "'"
                : "'" + name + "', which is not ours";
    }
}
