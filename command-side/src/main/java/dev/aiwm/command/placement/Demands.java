package dev.aiwm.command.placement;

import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.HostPort;
import dev.aiwm.contracts.node.ledger.MigDemand;
import dev.aiwm.contracts.node.ledger.StaticIp;
import dev.aiwm.contracts.node.ledger.Transport;
import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.GpuConfig;
import dev.aiwm.contracts.resource.config.GpuMode;
import dev.aiwm.contracts.resource.config.InferenceContainerConfig;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;

import java.util.List;

/**
 * What a resource of some configuration needs of a node. A container without limits claims no CPU
 * and no RAM: it takes what is left over, as it does on the engine.
 */
public final class Demands {
    /** The VLAN of addresses that name none (R017). */
    public static final int DEFAULT_VLAN = 1;

    private Demands() {}

    public static CapacityDemand of(ResourceConfig config) {
        return config.fold(Demands::ofMachine, Demands::ofApplication, Demands::ofInference);
    }

    private static CapacityDemand ofMachine(VirtualMachineConfig config) {
        GpuConfig gpu = config.gpuConfig();
        boolean enabled = gpu != null && gpu.enabled();
        boolean sliced = enabled && gpu.mode() == GpuMode.MIG;
        boolean whole = enabled && !sliced;
        return new CapacityDemand(
                config.vcpus(),
                config.ramMB(),
                config.allDisksGB(),
                whole ? gpu.deviceIds() : List.of(),
                whole ? orOne(gpu.count()) : 0,
                sliced ? List.of(new MigDemand(gpu.migProfile(), orOne(gpu.count()))) : List.of(),
                addresses(config.networkConfig()),
                List.of(),
                true,
                sliced);
    }

    private static List<StaticIp> addresses(NetworkConfig network) {
        if (network == null || network.ipMode() != IpMode.STATIC || network.ipAddress() == null) {
            return List.of();
        }
        int vlan = network.vlanId() == null ? DEFAULT_VLAN : network.vlanId();
        return List.of(new StaticIp(vlan, network.ipAddress()));
    }

    private static CapacityDemand ofApplication(ApplicationContainerConfig config) {
        var ports =
                config.containerPorts().stream()
                        .map(
                                port ->
                                        new HostPort(
                                                port.transport(),
                                                port.hostAddress(),
                                                port.hostPort()))
                        .toList();
        return ofContainer(
                config.cpuCores(),
                config.ramLimit(),
                config.gpuDeviceIds(),
                config.gpuCount(),
                config.migProfile(),
                ports);
    }

    private static CapacityDemand ofInference(InferenceContainerConfig config) {
        List<HostPort> ports =
                config.hostPort() == null
                        ? List.of()
                        : List.of(new HostPort(Transport.TCP, null, config.hostPort()));
        return ofContainer(
                config.cpuCores(),
                config.ramLimit(),
                config.gpuDeviceIds(),
                config.gpuCount(),
                config.migProfile(),
                ports);
    }

    private static CapacityDemand ofContainer(
            Double cpuCores,
            Long ramMB,
            List<String> gpuIds,
            Integer gpuCount,
            String migProfile,
            List<HostPort> ports) {
        boolean sliced = migProfile != null;
        return new CapacityDemand(
                cpuCores == null ? 0 : cpuCores,
                ramMB == null ? 0 : ramMB,
                0,
                gpuIds,
                sliced || gpuCount == null ? 0 : gpuCount,
                sliced ? List.of(new MigDemand(migProfile, orOne(gpuCount))) : List.of(),
                List.of(),
                ports,
                false,
                false);
    }

    private static int orOne(Integer count) {
        return count == null ? 1 : count;
    }
}
