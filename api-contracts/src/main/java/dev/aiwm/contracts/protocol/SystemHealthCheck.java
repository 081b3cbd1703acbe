package dev.aiwm.contracts.protocol;

/** Say whether the engines of the node work. */
public record SystemHealthCheck() implements AgentCommand {
    public static final String TYPE = "system.healthCheck";

    @Override
    public String type() {
        return TYPE;
    }
}
