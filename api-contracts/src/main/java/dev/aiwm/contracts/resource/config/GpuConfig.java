package dev.aiwm.contracts.resource.config;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import java.util.List;

/** GPU of a virtual machine (R016): whole GPUs by id or by count, or one MIG slice by profile. */
public record GpuConfig(
        boolean enabled,
        GpuMode mode,
        List<@NotBlank String> deviceIds,
        @Min(1) Integer count,
        String migProfile) {
    public GpuConfig {
        deviceIds = deviceIds == null ? List.of() : List.copyOf(deviceIds);
    }
}
