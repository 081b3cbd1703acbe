package dev.aiwm.contracts.schedule.aim;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.bulk.ResourceFilter;

/** Those that match whenever it is time. */
public record MatchingResources(ResourceFilter filter) implements Target {
    public MatchingResources {
        requireNonNull(filter, "filter is null");
    }
}
