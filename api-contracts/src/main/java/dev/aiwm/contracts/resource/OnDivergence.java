package dev.aiwm.contracts.resource;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.RestartPolicy;

/** What is done when a resource turns out not to do what is wanted of it. */
public enum OnDivergence {
    /** The wanted state is put into effect again, a few times and ever more slowly. */
    RESTORE("restore"),
    /** What was seen becomes what is wanted. */
    ACCEPT("accept"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    OnDivergence(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /**
     * When nobody chose: whoever says that a program is not to be begun again, or only when it
     * failed, expects it to end.
     */
    public static OnDivergence usual(ResourceConfig config) {
        var restarts = restartPolicy(config);
        return restarts == RestartPolicy.NO || restarts == RestartPolicy.ON_FAILURE
                ? ACCEPT
                : RESTORE;
    }

    /** The engine itself begins the program again when it fails. */
    public static boolean isLeftToTheEngine(ResourceConfig config) {
        var restarts = restartPolicy(config);
        return restarts != null && restarts != RestartPolicy.NO;
    }

    private static RestartPolicy restartPolicy(ResourceConfig config) {
        return config.fold(machine -> null, OnDivergence::restartPolicy, inference -> null);
    }

    private static RestartPolicy restartPolicy(ApplicationContainerConfig config) {
        return config.effectiveOptions().restartPolicy();
    }
}
