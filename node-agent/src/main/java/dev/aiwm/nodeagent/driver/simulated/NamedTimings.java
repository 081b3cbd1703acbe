package dev.aiwm.nodeagent.driver.simulated;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** Other timings for resources whose name (for a pull: image) contains a match of the pattern. */
public record NamedTimings(Pattern matching, Timings timings) {
    public NamedTimings {
        requireNonNull(matching, "matching is null");
        requireNonNull(timings, "timings is null");
    }
}
