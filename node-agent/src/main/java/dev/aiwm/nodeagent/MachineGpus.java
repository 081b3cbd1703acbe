package dev.aiwm.nodeagent;

import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.MigInstance;
import dev.aiwm.contracts.protocol.GpuSample;
import dev.aiwm.nodeagent.driver.libvirt.domain.PciAddress;
import dev.aiwm.nodeagent.driver.libvirt.host.GpuLocator;
import dev.aiwm.nodeagent.gpu.Gpu;
import dev.aiwm.nodeagent.gpu.NvidiaSmi;
import dev.aiwm.nodeagent.gpu.RememberedGpus;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The GPUs of the machine that the agent runs on, in the words of the protocol. */
final class MachineGpus {
    private static final NvidiaSmi NVIDIA = new NvidiaSmi();

    private MachineGpus() {}

    /** What can be claimed; a GPU that does not even tell its memory is left out. */
    static List<GpuDevice> devices(RememberedGpus remembered) {
        return remembered.with(NVIDIA.gpus()).stream()
                .filter(gpu -> gpu.figures().memoryTotal() != null)
                .map(MachineGpus::device)
                .toList();
    }

    static List<GpuSample> samples() {
        return NVIDIA.gpus().stream().map(MachineGpus::sample).toList();
    }

    /** Why they could not be asked last time. */
    static Optional<String> fault() {
        return Optional.ofNullable(NVIDIA.fault());
    }

    /** Also of a GPU that is claimed by its address; empty when nobody knows it. */
    static Optional<PciAddress> addressOf(String gpuId) {
        return NVIDIA.gpus().stream()
                .filter(gpu -> gpu.id().equals(gpuId))
                .map(Gpu::pciAddress)
                .filter(Objects::nonNull)
                .map(PciAddress::parse)
                .findFirst()
                .or(() -> GpuLocator.BY_ADDRESS.addressOf(gpuId));
    }

    static GpuDevice device(Gpu gpu) {
        return new GpuDevice(
                gpu.id(),
                gpu.model(),
                gpu.figures().memoryTotal(),
                gpu.pciAddress(),
                gpu.iommuGroup(),
                gpu.migEnabled(),
                gpu.slices().stream()
                        .filter(slice -> slice.memoryMB() != null)
                        .map(
                                slice ->
                                        new MigInstance(
                                                slice.id(), slice.profile(), slice.memoryMB()))
                        .toList());
    }

    static GpuSample sample(Gpu gpu) {
        var figures = gpu.figures();
        return new GpuSample(
                gpu.id(),
                figures.temperature(),
                figures.memoryUsed(),
                figures.memoryTotal(),
                figures.utilization(),
                figures.powerWatts());
    }
}
