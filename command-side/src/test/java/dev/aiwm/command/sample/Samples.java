package dev.aiwm.command.sample;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.MigInstance;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.MigDemand;
import dev.aiwm.contracts.node.ledger.Transport;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.ContainerOptions;
import dev.aiwm.contracts.resource.config.GpuConfig;
import dev.aiwm.contracts.resource.config.GpuMode;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.NetworkMode;
import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.contracts.resource.config.PortMapping;
import dev.aiwm.contracts.resource.config.Registry;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Things that tests speak of. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    public static final NodeId NODE = NodeId.of("gpu-1");
    public static final Owner OWNER = new Owner("org-1", "user-1");
    public static final String PROFILE = "1g.10gb";

    private Samples() {}

    public static ResourceId resource(int number) {
        return ResourceId.of(String.format("%024x", 0xa000 + number));
    }

    public static ExecutionId execution(int number) {
        return ExecutionId.of(String.format("%024x", 0xe000 + number));
    }

    public static Failure failure(String code) {
        return new Failure(code, "it did not work", NOW);
    }

    public static Runtime runtime() {
        return new Runtime("vm-1", "10.0.0.5:22", List.of(), 2, 4096, NOW);
    }

    public static ResourceConfig machine() {
        return machine(new GpuConfig(false, GpuMode.PASSTHROUGH, List.of(), null, null));
    }

    public static ResourceConfig machine(GpuConfig gpu) {
        var network =
                new NetworkConfig(NetworkMode.BRIDGE_VLAN, IpMode.DHCP, null, null, null, 100);
        return new VirtualMachineConfig(OsImage.DEBIAN_12, 4, 8192, 40, gpu, network, null);
    }

    public static ResourceConfig container() {
        return container(null);
    }

    public static ResourceConfig container(ContainerOptions options) {
        return new ApplicationContainerConfig(
                Registry.DOCKER_HUB,
                "postgres",
                "16-alpine",
                null,
                List.of(new PortMapping(5432, 5432, Transport.TCP, null)),
                List.of(),
                Map.of(),
                1.0,
                1024L,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                options);
    }

    public static Claims claims() {
        return new Claims(4, 8192, 40, List.of(), List.of(), List.of(), List.of());
    }

    /** Sixteen cores, 64 GB, 1 TB, four whole GPUs and one with three slices. */
    public static Inventory inventory() {
        return inventory(4);
    }

    public static Inventory inventory(int gpus) {
        return inventory(gpus, List.of(Inventory.VIRTUAL_MACHINES, Inventory.CONTAINERS));
    }

    public static Inventory inventory(int gpus, List<String> engines) {
        var devices =
                new ArrayList<>(IntStream.range(0, gpus).mapToObj(i -> gpu("GPU-" + i)).toList());
        var slices =
                IntStream.range(0, 3)
                        .mapToObj(i -> new MigInstance("MIG-" + i, PROFILE, 10_240))
                        .toList();
        devices.add(new GpuDevice("GPU-M", "H100", 81_920, null, null, true, slices));
        return new Inventory(
                "host-1",
                "10.0.0.1",
                null,
                null,
                16,
                "cpu",
                65_536,
                1_000,
                devices,
                engines,
                "docker",
                true,
                "1",
                true);
    }

    private static GpuDevice gpu(String id) {
        return new GpuDevice(id, "H100", 81_920, null, null, false, List.of());
    }

    public static CapacityDemand demand(double cpu, long ramMB, long diskGB) {
        return new CapacityDemand(
                cpu, ramMB, diskGB, List.of(), 0, List.of(), List.of(), List.of(), true, false);
    }

    public static CapacityDemand gpus(int count, String... ids) {
        return new CapacityDemand(
                1, 1024, 10, List.of(ids), count, List.of(), List.of(), List.of(), true, false);
    }

    public static CapacityDemand slices(int count, boolean virtualMachine) {
        return new CapacityDemand(
                1,
                1024,
                10,
                List.of(),
                0,
                List.of(new MigDemand(PROFILE, count)),
                List.of(),
                List.of(),
                virtualMachine,
                virtualMachine);
    }
}
