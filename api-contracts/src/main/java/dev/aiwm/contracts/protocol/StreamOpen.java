package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/**
 * A live call: carry the command out now, and say what comes of it in frames of this stream. Unlike
 * a step it is not recorded, not repeated, and over when the connection is.
 *
 * @param streamId chosen by the controller, never used twice on a connection
 * @param credit bytes that the agent may say before it is granted more
 */
public record StreamOpen(int streamId, int credit, AgentCommand command) implements ControllerData {
    public StreamOpen {
        requireNonNull(command, "command is null");
    }
}
