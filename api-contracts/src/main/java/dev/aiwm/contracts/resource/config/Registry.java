package dev.aiwm.contracts.resource.config;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where an image comes from (R010). */
public enum Registry {
    DOCKER_HUB("docker-hub"),
    GHCR("ghcr"),
    PRIVATE("private"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    Registry(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
