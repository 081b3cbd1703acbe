package dev.aiwm.contracts.proof;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The first place where the log is not what it was.
 *
 * @param position of the first wrong event
 * @param lastPosition where the wrong part ends, when it cannot be told more closely
 * @param eventId of the event that should be there, or of the one that should not
 */
public record Finding(
        Kind kind, long position, long lastPosition, String eventId, String explanation) {
    public Finding {
        requireNonNull(kind, "kind is null");
        requireNonNull(explanation, "explanation is null");
    }

    /** What was done. */
    public enum Kind {
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("inserted")
        INSERTED,
        @JsonProperty("reordered")
        REORDERED,
        @JsonProperty("replaced")
        REPLACED,
        @JsonProperty("cut-tail")
        CUT_TAIL,
        /** Hashes were changed along with events: only the signature tells. */
        @JsonProperty("chain-rewritten")
        CHAIN_REWRITTEN,
        @JsonProperty("checkpoint-forged")
        CHECKPOINT_FORGED,
        @JsonProperty("checkpoint-missing")
        CHECKPOINT_MISSING,
        @JsonProperty("unknown")
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
