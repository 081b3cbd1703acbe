package dev.aiwm.nodeagent.driver;

import java.util.List;
import java.util.Map;

/**
 * What to run. The environment may hold secrets: it is not to be kept or logged.
 *
 * @param user null for the one that the object runs as
 * @param workingDir null for the object's own
 * @param terminal whether it gets a terminal, of the size that follows
 */
public record ProgramRequest(
        List<String> command,
        String user,
        String workingDir,
        Map<String, String> environment,
        boolean terminal,
        int columns,
        int rows) {
    public ProgramRequest {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command is empty");
        }
    }

    @Override
    public String toString() {
        return "ProgramRequest[" + command.get(0) + "]";
    }
}
