package dev.aiwm.nodeagent.driver.simulated;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Programs that end by themselves: in resources whose name contains a match of the pattern, this
 * long after each start, with this exit code.
 */
public record ProgramExit(Pattern matching, Duration after, int exitCode) {
    public ProgramExit {
        requireNonNull(matching, "matching is null");
        requireNonNull(after, "after is null");
    }
}
