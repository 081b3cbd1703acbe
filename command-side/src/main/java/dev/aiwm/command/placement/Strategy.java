package dev.aiwm.command.placement;

/** Which of the nodes that fit is preferred. */
public enum Strategy {
    /** The fullest: leaves whole nodes free for what is large. */
    PACK("pack"),
    /** The emptiest: the failure of one node hits the least. */
    SPREAD("spread");

    private final String wire;

    Strategy(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
