package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.ResourceId;

import java.util.List;
import java.util.Map;

/**
 * Run a program inside a container: a live call that carries what the program says, and to it what
 * is said. The environment may hold secrets.
 *
 * @param terminal null for a program without one
 */
public record ContainerExec(
        ResourceId resourceId,
        List<String> command,
        String user,
        String workingDir,
        Map<String, String> environment,
        TerminalSize terminal)
        implements AgentCommand {
    public ContainerExec {
        requireNonNull(resourceId, "resourceId is null");
        command = List.copyOf(command);
        environment = Copies.orEmpty(environment);
    }

    public static final String TYPE = "container.exec";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String toString() {
        return "ContainerExec[" + resourceId + "]";
    }
}
