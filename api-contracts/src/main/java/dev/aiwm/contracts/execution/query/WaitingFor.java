package dev.aiwm.contracts.execution.query;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** What must happen before a step goes on. */
public enum WaitingFor {
    /** Other steps are to end first. */
    DEPENDENCIES("dependencies"),
    /** The execution is paused. */
    RESUME("resume"),
    /** The pause between two attempts. */
    RETRY("retry"),
    /** The node cannot be reached; the command goes out when it is back. */
    NODE("node"),
    /** Nothing is known to have been sent: its turn at its node, which may be at enough already. */
    TURN("turn"),
    /** It was sent: the node's word that it has the command. */
    ACKNOWLEDGEMENT("acknowledgement"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    WaitingFor(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /** Whether its node has yet to take it, and must be there for that. */
    public boolean isForNode() {
        return this == TURN || this == ACKNOWLEDGEMENT || this == NODE;
    }
}
