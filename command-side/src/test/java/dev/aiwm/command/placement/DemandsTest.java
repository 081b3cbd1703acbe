package dev.aiwm.command.placement;

import static dev.aiwm.command.sample.Samples.PROFILE;
import static dev.aiwm.command.sample.Samples.container;
import static dev.aiwm.command.sample.Samples.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.HostPort;
import dev.aiwm.contracts.node.ledger.MigDemand;
import dev.aiwm.contracts.node.ledger.StaticIp;
import dev.aiwm.contracts.node.ledger.Transport;
import dev.aiwm.contracts.resource.config.DataDisk;
import dev.aiwm.contracts.resource.config.DiskFormat;
import dev.aiwm.contracts.resource.config.GpuConfig;
import dev.aiwm.contracts.resource.config.GpuMode;
import dev.aiwm.contracts.resource.config.InferenceContainerConfig;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.NetworkMode;
import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class DemandsTest {

    @Test
    void a_machine_needs_its_size() {
        assertThat(Demands.of(machine()))
                .isEqualTo(
                        new CapacityDemand(
                                4, 8192, 40, List.of(), 0, List.of(), List.of(), List.of(), true,
                                false));
    }

    @Test
    void a_machine_needs_all_its_disks() {
        var disks = List.of(new DataDisk("a", 10, null), new DataDisk("b", 5, DiskFormat.RAW));
        var machine = withAddress(1);
        var more =
                new VirtualMachineConfig(
                        machine.osImage(),
                        4,
                        8192,
                        40,
                        null,
                        machine.networkConfig(),
                        null,
                        DiskFormat.RAW,
                        disks);
        assertThat(Demands.of(more).diskGB()).isEqualTo(55);
    }

    @Test
    void a_machine_with_a_gpu_needs_it_whole_or_in_slices() {
        var named = gpu(GpuMode.PASSTHROUGH, List.of("GPU-0", "GPU-1"), null, null);
        assertThat(Demands.of(machine(named)).gpuIds()).containsExactly("GPU-0", "GPU-1");
        assertThat(Demands.of(machine(named)).wholeGpus()).isEqualTo(2);
        var any = gpu(GpuMode.PASSTHROUGH, List.of(), null, null);
        assertThat(Demands.of(machine(any)).wholeGpus()).isEqualTo(1);
        var slice = Demands.of(machine(gpu(GpuMode.MIG, List.of(), null, PROFILE)));
        assertThat(slice.migSlices()).containsExactly(new MigDemand(PROFILE, 1));
        assertThat(slice.vgpu()).isTrue();
        assertThat(slice.wholeGpus()).isZero();
    }

    @Test
    void a_static_address_is_needed_in_its_vlan() {
        assertThat(Demands.of(withAddress(100)).staticIps())
                .containsExactly(new StaticIp(100, "192.168.100.10"));
        assertThat(Demands.of(withAddress(null)).staticIps())
                .containsExactly(new StaticIp(Demands.DEFAULT_VLAN, "192.168.100.10"));
    }

    @Test
    void a_container_needs_its_limits_and_its_ports() {
        var demand = Demands.of(container());
        assertThat(demand.cpuCores()).isEqualTo(1);
        assertThat(demand.ramMB()).isEqualTo(1024);
        assertThat(demand.hostPorts()).containsExactly(new HostPort(Transport.TCP, null, 5432));
        assertThat(demand.virtualMachine()).isFalse();
    }

    @Test
    void a_container_without_limits_needs_neither_cpu_nor_memory() {
        var demand =
                Demands.of(
                        new InferenceContainerConfig(
                                "model", null, "vllm", 8000, 8001, List.of(), 2, PROFILE, null,
                                Map.of(), null, null));
        assertThat(demand.cpuCores()).isZero();
        assertThat(demand.ramMB()).isZero();
        assertThat(demand.migSlices()).containsExactly(new MigDemand(PROFILE, 2));
        assertThat(demand.wholeGpus()).isZero();
        assertThat(demand.hostPorts()).containsExactly(new HostPort(Transport.TCP, null, 8001));
    }

    private static GpuConfig gpu(GpuMode mode, List<String> ids, Integer count, String migProfile) {
        return new GpuConfig(true, mode, ids, count, migProfile);
    }

    private static VirtualMachineConfig withAddress(Integer vlan) {
        var network =
                new NetworkConfig(
                        NetworkMode.BRIDGE_VLAN,
                        IpMode.STATIC,
                        "192.168.100.10",
                        "255.255.255.0",
                        "192.168.100.1",
                        vlan);
        return new VirtualMachineConfig(OsImage.DEBIAN_12, 4, 8192, 40, null, network, null);
    }
}
