package dev.aiwm.contracts.user;

import static java.util.Objects.requireNonNull;

/**
 * Who a user is. In events it is sealed.
 *
 * @param email null when none is known
 */
public record UserProfile(String name, String email) {
    /** How one reads whose key was destroyed. */
    public static final UserProfile ERASED = new UserProfile("erased", null);

    public UserProfile {
        requireNonNull(name, "name is null");
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "UserProfile";
    }
}
