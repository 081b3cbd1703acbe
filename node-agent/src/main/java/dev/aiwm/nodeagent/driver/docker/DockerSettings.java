package dev.aiwm.nodeagent.driver.docker;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * How this node uses its Docker engine.
 *
 * @param socket the engine's Unix socket
 * @param nodeId whose mark objects carry: engines may be shared by nodes, objects never
 * @param address under which ports of this node are reached from outside
 * @param dataRoots folders of the node below which containers may see folders of the node
 */
public record DockerSettings(Path socket, String nodeId, String address, List<Path> dataRoots) {
    public static final Path DEFAULT_SOCKET = Path.of("/var/run/docker.sock");
    public static final List<Path> DEFAULT_DATA_ROOTS = List.of(Path.of("/data"));

    /** How many processes and threads one container may have. */
    static final long MOST_PROCESSES = 4_096;

    public DockerSettings {
        requireNonNull(socket, "socket is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(address, "address is null");
        dataRoots = List.copyOf(dataRoots);
    }
}
