package dev.aiwm.nodeagent.driver.libvirt.host;

import dev.aiwm.nodeagent.driver.libvirt.domain.PciAddress;

import java.util.Optional;

/** Knows where the GPUs of this node sit, by the ids under which they are claimed. */
@FunctionalInterface
public interface GpuLocator {
    /** Knows none but those that are called by their address. */
    GpuLocator BY_ADDRESS =
            id -> {
                try {
                    return Optional.of(PciAddress.parse(id));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            };

    Optional<PciAddress> addressOf(String gpuId);
}
