package dev.aiwm.contracts.node;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A GPU of a node (R081).
 *
 * @param iommuGroup with all of which it goes into a machine; null where there is no IOMMU at work
 */
public record GpuDevice(
        String deviceId,
        String model,
        long memoryTotal,
        String pciAddress,
        Integer iommuGroup,
        boolean migEnabled,
        List<MigInstance> migInstances) {
    public GpuDevice {
        requireNonNull(deviceId, "deviceId is null");
        requireNonNull(model, "model is null");
        migInstances = migInstances == null ? List.of() : List.copyOf(migInstances);
    }
}
