package dev.aiwm.contracts.resource.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Network of a virtual machine (R017); the address fields are needed when `ipMode` is static. */
public record NetworkConfig(
        @NotNull NetworkMode mode,
        @NotNull IpMode ipMode,
        String ipAddress,
        String netmask,
        String gateway,
        @Min(1) @Max(4094) Integer vlanId) {}
