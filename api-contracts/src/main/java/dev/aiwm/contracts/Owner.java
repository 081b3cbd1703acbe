package dev.aiwm.contracts;

import static java.util.Objects.requireNonNull;

/** Whose a thing is: opaque ids only, names live elsewhere. */
public record Owner(String orgId, String userId) {
    public Owner {
        requireNonNull(orgId, "orgId is null");
        requireNonNull(userId, "userId is null");
    }
}
