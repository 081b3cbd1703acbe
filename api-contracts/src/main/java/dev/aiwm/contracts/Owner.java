package dev.aiwm.contracts;

import static java.util.Objects.requireNonNull;

/** Whose a thing is: opaque ids only, names live elsewhere. */
public record Owner(String orgId, String userId) {
    /** Of what is of several organisations, which only administrators may see. */
    public static final String SEVERAL_ORGS = "(several)";

    public Owner {
        requireNonNull(orgId, "orgId is null");
        requireNonNull(userId, "userId is null");
    }
}
