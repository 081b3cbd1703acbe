package dev.aiwm.command.api;

import dev.aiwm.contracts.resource.config.ContainerHealthCheck;
import dev.aiwm.contracts.resource.config.ContainerOptions;
import dev.aiwm.contracts.resource.config.PullPolicy;
import dev.aiwm.contracts.resource.config.RestartPolicy;

import java.util.regex.Pattern;

/** What the options of a container may say. */
final class OptionRules {
    private static final String AT = "/config/options";
    private static final String OURS = "aiwm.io/";
    private static final Pattern USER =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,63})?");
    private static final Pattern FOLDER = Pattern.compile("/[^\\x00]{0,254}");
    private static final Pattern NETWORK = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}");

    private OptionRules() {}

    static void check(ContainerOptions options, Findings findings) {
        findings.format(USER, options.user(), AT + "/user", "must be a user, or user:group");
        findings.format(
                FOLDER, options.workingDir(), AT + "/workingDir", "must be an absolute path");
        findings.format(
                NETWORK,
                options.network(),
                AT + "/network",
                "must be bridge, host, none, or the name of a network of the node");
        if (options.restartPolicy() == RestartPolicy.UNKNOWN) {
            findings.invalid(
                    AT + "/restartPolicy", "must be no, on-failure, always or unless-stopped");
        }
        if (options.pullPolicy() == PullPolicy.UNKNOWN) {
            findings.invalid(AT + "/pullPolicy", "must be always, if-not-present or never");
        }
        for (var name : options.labels().keySet()) {
            if (name.isBlank() || name.startsWith(OURS)) {
                findings.invalid(AT + "/labels", "must have names, none of which begins " + OURS);
            }
        }
        if (options.healthCheck() != null) {
            check(options.healthCheck(), findings);
        }
    }

    private static void check(ContainerHealthCheck health, Findings findings) {
        String at = AT + "/healthCheck";
        boolean byPath = health.path() != null;
        findings.need(
                !byPath && health.command().isEmpty(), at + "/command", "when there is no path");
        findings.contradiction(
                byPath && !health.command().isEmpty(),
                at + "/path",
                "and command exclude each other");
        findings.need(byPath && health.port() == null, at + "/port", "when there is a path");
        if (byPath && !health.path().matches("/[A-Za-z0-9._~/?&=%+-]{0,254}")) {
            findings.invalid(at + "/path", "must be a path such as /health");
        }
    }
}
