package dev.aiwm.command.gateway;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a node is warned of what its agent measured.
 *
 * @param gpuTemperature degrees from which on a GPU is too hot
 * @param gpuMemoryPercent used from which on the memory of a GPU is nearly full
 * @param diskPercent used from which on the disk is nearly full
 * @param margin by which a figure has to fall below before the warning is cleared
 * @param samples in a row that must agree before a warning is raised
 */
@ConfigurationProperties("aiwm.warnings")
public record WarningSettings(
        @DefaultValue("90") double gpuTemperature,
        @DefaultValue("98") double gpuMemoryPercent,
        @DefaultValue("90") double diskPercent,
        @DefaultValue("5") double margin,
        @DefaultValue("2") int samples) {
    public WarningSettings {
        if (margin < 0 || samples < 1) {
            throw new IllegalArgumentException(
                    "aiwm.warnings: margin is not negative, samples at least 1");
        }
    }
}
