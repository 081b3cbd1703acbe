package dev.aiwm.contracts.resource;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an execution does to a resource. */
public enum ResourceAction {
    CREATE("create"),
    START("start"),
    STOP("stop"),
    RESTART("restart"),
    PAUSE("pause"),
    RESUME("resume"),
    RESIZE("resize"),
    SNAPSHOT("snapshot"),
    RESTORE_SNAPSHOT("restore-snapshot"),
    DELETE_SNAPSHOT("delete-snapshot"),
    DELETE("delete"),
    /** Nothing that a resource knows of: steps that a user chose. */
    CUSTOM("custom"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    ResourceAction(String wire) {
        this.wire = wire;
    }

    /** The status stays what it is while this is under way, and if it fails. */
    public boolean isQuiet() {
        return switch (this) {
            case PAUSE, RESUME, RESIZE, SNAPSHOT, RESTORE_SNAPSHOT, DELETE_SNAPSHOT -> true;
            case CREATE, START, STOP, RESTART, DELETE, CUSTOM, UNKNOWN -> false;
        };
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
