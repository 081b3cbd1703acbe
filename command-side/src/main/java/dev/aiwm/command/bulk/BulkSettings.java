package dev.aiwm.command.bulk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param mostResources of one bulk operation
 * @param parallelism how many resources have their turn at a time, unless the request says so
 * @param mostParallel what a request may ask for
 */
@ConfigurationProperties("aiwm.bulk")
public record BulkSettings(
        @DefaultValue("500") int mostResources,
        @DefaultValue("5") int parallelism,
        @DefaultValue("50") int mostParallel) {
    public BulkSettings {
        boolean sensible = mostResources > 0 && parallelism > 0 && parallelism <= mostParallel;
        if (!sensible) {
            throw new IllegalArgumentException(
                    "aiwm.bulk needs numbers from 1, and parallelism up to most-parallel");
        }
    }
}
