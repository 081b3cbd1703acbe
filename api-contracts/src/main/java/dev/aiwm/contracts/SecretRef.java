package dev.aiwm.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where the vault keeps a secret; the only trace of one outside the vault. */
public record SecretRef(@JsonValue String value) {
    /** What readers see instead of a reference: that a secret is set. */
    public static final SecretRef MASK = new SecretRef("***");

    public SecretRef {
        requireNonNull(value, "value is null");
    }

    @JsonCreator
    public static SecretRef of(String value) {
        return new SecretRef(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
