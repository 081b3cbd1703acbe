package dev.aiwm.nodeagent.driver.libvirt.host;

import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.MigSlice;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainSpec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Finds out which of the host's devices a machine gets for what it was given in the ledger. */
public final class HostDevices {
    public static final String MIG_NEEDS_VGPU = "MIG_NEEDS_VGPU";

    private final Path sys;
    private final boolean vgpu;
    private final GpuLocator gpus;

    public HostDevices(Path sys, boolean vgpu, GpuLocator gpus) {
        this.sys = sys;
        this.vgpu = vgpu;
        this.gpus = gpus;
    }

    public DomainSpec.Devices of(Claims claims) {
        if (claims.gpuIds().isEmpty() && claims.migSlices().isEmpty()) {
            return DomainSpec.Devices.NONE;
        }
        var addresses =
                claims.gpuIds().stream()
                        .map(id -> gpus.addressOf(id).orElseThrow(() -> missing(id)))
                        .toList();
        List<UUID> slices = claims.migSlices().stream().map(this::slice).toList();
        return new DomainSpec.Devices(new IommuGroups(sys).functionsOf(addresses), slices);
    }

    /** A raw slice cannot enter a machine; what NVIDIA's vGPU makes of one is a mediated device. */
    private UUID slice(MigSlice slice) {
        if (!vgpu) {
            throw DriverException.permanent(
                    MIG_NEEDS_VGPU,
                    "a MIG slice goes into a machine only by NVIDIA vGPU, which this node does not"
                            + " have; containers take slices as they are");
        }
        try {
            var uuid = UUID.fromString(slice.instanceId());
            if (Files.isDirectory(sys.resolve("bus/mdev/devices").resolve(uuid.toString()))) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            throw noDevice(slice, e);
        }
        throw noDevice(slice, null);
    }

    private static DriverException noDevice(MigSlice slice, Exception cause) {
        return new DriverException(
                DriverException.Kind.PERMANENT,
                IommuGroups.GPU_MISSING,
                "slice " + slice.instanceId() + " is no mediated device of this node",
                cause);
    }

    private static DriverException missing(String id) {
        return DriverException.permanent(
                IommuGroups.GPU_MISSING, "this node does not know where GPU " + id + " sits");
    }
}
