package dev.aiwm.support.serialization;

/**
 * A sealed interface whose cases are events. The families of api-contracts are known already; a
 * bean of this type adds another.
 */
public record EventFamily(Class<?> root) {

    public EventFamily {
        if (!root.isSealed()) {
            throw new IllegalArgumentException(root + " is not sealed");
        }
    }
}
