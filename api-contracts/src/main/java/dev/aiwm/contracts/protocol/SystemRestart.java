package dev.aiwm.contracts.protocol;

/** Start the agent program anew. */
public record SystemRestart(String reason) implements AgentCommand {
    public static final String TYPE = "system.restart";

    @Override
    public String type() {
        return TYPE;
    }
}
