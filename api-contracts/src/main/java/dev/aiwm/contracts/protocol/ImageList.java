package dev.aiwm.contracts.protocol;

/** Tell which images for machines the node has: a live call that says {@link NodeImages}. */
public record ImageList() implements AgentCommand {
    public static final String TYPE = "image.list";

    @Override
    public String type() {
        return TYPE;
    }
}
