package dev.aiwm.contracts.resource;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** In what condition a snapshot holds a machine. */
public enum SnapshotConsistency {
    /** The machine was stopped: its disks are at rest. */
    OFFLINE("offline"),
    /** Disks and memory of one instant: the machine goes on from there. */
    MEMORY("memory"),
    /** Disks of a running machine as a power cut would leave them. */
    CRASH_CONSISTENT("crash-consistent"),
    /** Disks of a running machine whose guest agent had written everything out. */
    AGENT_FROZEN("agent-frozen"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    SnapshotConsistency(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /** The one of this name; {@link #UNKNOWN} when there is none. */
    public static SnapshotConsistency of(String wire) {
        for (var each : values()) {
            if (each.wire.equals(wire)) {
                return each;
            }
        }
        return UNKNOWN;
    }
}
