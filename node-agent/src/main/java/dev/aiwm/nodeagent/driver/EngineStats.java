package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ContainerInfo;
import dev.aiwm.contracts.protocol.GpuSample;
import dev.aiwm.contracts.protocol.HostSample;
import dev.aiwm.contracts.protocol.ResourceSample;

import java.util.List;

/**
 * What an engine measured. The host is absent unless the engine stands for a machine of its own, as
 * a simulated one does; {@code objects} are all it has, ours or not. {@code simulated} says that
 * the figures are made up.
 */
public record EngineStats(
        HostSample host,
        List<GpuSample> gpuDevices,
        List<ContainerInfo> objects,
        List<ResourceSample> resources,
        boolean simulated) {
    public EngineStats {
        gpuDevices = List.copyOf(gpuDevices);
        objects = List.copyOf(objects);
        resources = List.copyOf(resources);
    }

    /** Without the figures of other resources. */
    public EngineStats only(ResourceId resourceId) {
        return new EngineStats(
                host,
                gpuDevices,
                List.of(),
                resources.stream()
                        .filter(sample -> sample.resourceId().equals(resourceId))
                        .toList(),
                simulated);
    }
}
