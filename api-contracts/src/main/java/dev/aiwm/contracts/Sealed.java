package dev.aiwm.contracts;

import static java.util.Objects.requireNonNull;

/**
 * What is personal about someone, in an event that stays for ever: only this person's key opens it,
 * and the key can be destroyed.
 *
 * @param person whose key
 * @param content encrypted, as Base64
 */
public record Sealed(String person, String content) {
    public Sealed {
        requireNonNull(person, "person is null");
        requireNonNull(content, "content is null");
    }
}
