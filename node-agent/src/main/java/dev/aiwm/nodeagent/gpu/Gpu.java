package dev.aiwm.nodeagent.gpu;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A GPU of this machine, as its driver tells. A figure that the driver does not know is absent,
 * never zero.
 *
 * @param id by which it is claimed, which stays the same wherever the card is put
 * @param pciAddress as the kernel writes it
 * @param iommuGroup null where there is no IOMMU at work
 */
public record Gpu(
        String id,
        String model,
        String pciAddress,
        Integer iommuGroup,
        boolean migEnabled,
        List<Slice> slices,
        Figures figures) {
    public Gpu {
        requireNonNull(id, "id is null");
        requireNonNull(model, "model is null");
        requireNonNull(figures, "figures is null");
        slices = List.copyOf(slices);
    }

    /** The same in a group of the IOMMU. */
    Gpu inGroup(Integer group) {
        return new Gpu(id, model, pciAddress, group, migEnabled, slices, figures);
    }

    /** The same with these slices. */
    Gpu withSlices(List<Slice> known) {
        return new Gpu(id, model, pciAddress, iommuGroup, migEnabled, known, figures);
    }

    /** What was measured: megabytes, percent, degrees Celsius and watts. */
    public record Figures(
            Long memoryTotal,
            Long memoryUsed,
            Double utilization,
            Double temperature,
            Double powerWatts) {}

    /**
     * A slice of a GPU in MIG mode.
     *
     * @param index its place among the slices of its GPU
     * @param id null until it is known
     * @param profile null until it is known
     */
    public record Slice(int index, String id, String profile, Long memoryMB) {
        Slice named(String knownId, String knownProfile) {
            return new Slice(index, knownId, knownProfile, memoryMB);
        }
    }
}
