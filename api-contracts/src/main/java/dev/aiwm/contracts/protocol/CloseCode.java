package dev.aiwm.contracts.protocol;

/** Why the controller closed a node's WebSocket; a terminal code tells the agent not to return. */
public enum CloseCode {
    /** There is nothing more to say. */
    NORMAL(1000, false),
    /** The controller stops or restarts: come back. */
    GOING_AWAY(1001, false),
    /** A message was larger than the channel allows: come back. */
    TOO_BIG(1009, false),
    /** The agent did not register in time, or cannot be served now: come back later. */
    TRY_AGAIN_LATER(1013, false),
    /** A newer agent registered as this node: stay away. */
    DISPLACED(4001, true),
    /** The agent did not read what it was sent fast enough: come back. */
    TOO_SLOW(4002, false),
    /** The token is revoked or was never known: stay away. */
    TOKEN_REVOKED(4003, true),
    /** The node was removed or never enrolled: stay away. */
    NODE_UNKNOWN(4004, true),
    /** The agent registered as another node than its token is for: stay away. */
    WRONG_NODE(4005, true);

    private final int code;
    private final boolean terminal;

    CloseCode(int code, boolean terminal) {
        this.code = code;
        this.terminal = terminal;
    }

    public int code() {
        return code;
    }

    /** The agent must not connect again by itself. */
    public boolean isTerminal() {
        return terminal;
    }

    /** Whether a close code that an agent received tells it not to connect again. */
    public static boolean isTerminal(int code) {
        for (var known : values()) {
            if (known.code == code) {
                return known.terminal;
            }
        }
        return false;
    }
}
