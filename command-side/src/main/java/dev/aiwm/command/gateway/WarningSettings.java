package dev.aiwm.command.gateway;

import dev.aiwm.web.defaults.Bounds;

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
    private static final double ALL = 100;
    private static final double HOTTEST = 1_000;

    public WarningSettings {
        Bounds.within("aiwm.warnings.gpu-temperature", HOTTEST, gpuTemperature);
        Bounds.within("aiwm.warnings.gpu-memory-percent", ALL, gpuMemoryPercent);
        Bounds.within("aiwm.warnings.disk-percent", ALL, diskPercent);
        Bounds.positive("aiwm.warnings.samples", samples);
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("aiwm.warnings.margin must not be negative");
        }
    }
}
