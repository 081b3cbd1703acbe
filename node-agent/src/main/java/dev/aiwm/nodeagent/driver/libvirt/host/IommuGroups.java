package dev.aiwm.nodeagent.driver.libvirt.host;

import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.libvirt.domain.PciAddress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the host's IOMMU keeps together: a device can be given to a guest only with everything else
 * in its group, as the members can reach each other's memory.
 */
public final class IommuGroups {
    public static final String IOMMU_MISSING = "IOMMU_MISSING";
    public static final String IOMMU_GROUP_SHARED = "IOMMU_GROUP_SHARED";
    public static final String GPU_MISSING = "GPU_MISSING";

    private static final String BRIDGE = "0x06";
    private static final String DISPLAY = "0x03";

    private final Path devices;

    /**
     * @param sys where the kernel shows its devices, {@code /sys}
     */
    public IommuGroups(Path sys) {
        devices = sys.resolve("bus/pci/devices");
    }

    /**
     * Every function that goes into a guest with these GPUs, in the order of the bus: their groups
     * without bridges, which stay with the host.
     */
    public List<PciAddress> functionsOf(Collection<PciAddress> gpus) {
        Set<PciAddress> functions = new TreeSet<>();
        for (var gpu : gpus) {
            for (var member : group(gpu)) {
                String kind = kind(member);
                if (kind.startsWith(BRIDGE)) {
                    continue;
                }
                if (kind.startsWith(DISPLAY) && !gpus.contains(member)) {
                    throw DriverException.permanent(
                            IOMMU_GROUP_SHARED,
                            ("GPU %s cannot be given away alone: GPU %s is in the same IOMMU group,"
                                            + " so both or none go into one machine")
                                    .formatted(gpu, member));
                }
                functions.add(member);
            }
        }
        return List.copyOf(functions);
    }

    private List<PciAddress> group(PciAddress gpu) {
        var device = devices.resolve(gpu.toString());
        if (!Files.isDirectory(device)) {
            throw DriverException.permanent(
                    GPU_MISSING, "this node has no device at PCI address " + gpu);
        }
        var members = device.resolve("iommu_group/devices");
        if (!Files.isDirectory(members)) {
            throw DriverException.permanent(
                    IOMMU_MISSING,
                    "this node has no IOMMU at work, so GPU "
                            + gpu
                            + " cannot go into a machine: switch it on in the firmware and boot"
                            + " with intel_iommu=on or amd_iommu=on");
        }
        try (Stream<Path> paths = Files.list(members)) {
            return paths.map(path -> PciAddress.parse(path.getFileName().toString())).toList();
        } catch (IOException e) {
            throw unreadable(gpu, e);
        }
    }

    /** The class of a device: two digits each of kind, subclass and interface. */
    private String kind(PciAddress device) {
        try {
            return Files.readString(devices.resolve(device.toString()).resolve("class")).strip();
        } catch (IOException e) {
            throw unreadable(device, e);
        }
    }

    private static DriverException unreadable(PciAddress device, Exception cause) {
        return new DriverException(
                DriverException.Kind.RETRYABLE,
                GPU_MISSING,
                "what the kernel tells of PCI device " + device + " cannot be read",
                cause);
    }
}
