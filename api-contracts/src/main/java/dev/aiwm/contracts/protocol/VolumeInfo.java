package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A volume with a name, which outlives the containers that use it.
 *
 * @param org whose it is; null when nobody said so when it was made
 * @param createdAt null when the engine does not say
 * @param labels that whoever made it gave it
 */
public record VolumeInfo(
        String name,
        String org,
        String driver,
        Instant createdAt,
        Map<String, String> labels,
        List<User> usedBy) {
    public VolumeInfo {
        requireNonNull(name, "name is null");
        requireNonNull(driver, "driver is null");
        labels = Copies.orEmpty(labels);
        usedBy = usedBy == null ? List.of() : List.copyOf(usedBy);
    }

    /**
     * A container that uses it, running or not.
     *
     * @param resourceId null when it is none of ours
     */
    public record User(String container, String resourceId) {
        public User {
            requireNonNull(container, "container is null");
        }
    }
}
