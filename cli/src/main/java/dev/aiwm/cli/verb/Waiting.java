package dev.aiwm.cli.verb;

import picocli.CommandLine.Option;

import java.time.Duration;

/** Whether to wait for the end of what was begun. */
public final class Waiting {
    @Option(
            names = {"--wait"},
            description = "wait for the end of the work, with a progress bar on a terminal")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10m",
            description = "how long to wait at most (default: ${DEFAULT-VALUE})")
    private String timeout;

    public boolean wanted() {
        return wait;
    }

    public Duration timeout() {
        return Verb.duration(timeout);
    }
}
