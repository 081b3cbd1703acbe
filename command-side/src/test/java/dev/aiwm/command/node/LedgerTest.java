package dev.aiwm.command.node;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.PROFILE;
import static dev.aiwm.command.sample.Samples.demand;
import static dev.aiwm.command.sample.Samples.gpus;
import static dev.aiwm.command.sample.Samples.inventory;
import static dev.aiwm.command.sample.Samples.resource;
import static dev.aiwm.command.sample.Samples.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.node.ledger.Allocations;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.HostPort;
import dev.aiwm.contracts.node.ledger.MigDemand;
import dev.aiwm.contracts.node.ledger.MigSlice;
import dev.aiwm.contracts.node.ledger.StaticIp;
import dev.aiwm.contracts.node.ledger.Transport;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class LedgerTest {
    private final Map<String, Allocation> held = new LinkedHashMap<>();
    private Inventory inventory = inventory();

    @Test
    void cpu_is_promised_as_often_as_the_ratio_says() {
        hold(1, grant(1, demand(60, 1, 1)));
        assertThat(grant(2, demand(4, 1, 1)).cpuCores()).isEqualTo(4);
        var refused = refused(2, demand(4.1, 1, 1));
        assertThat(refused.code()).isEqualTo(RejectionCode.CPU_EXHAUSTED);
        assertThat(refused.details()).containsEntry("free", 4L);
    }

    @Test
    void tenths_of_cores_add_up() {
        for (int i = 0; i < 640; i++) {
            hold(i, grant(i, demand(0.1, 1, 1)));
        }
        assertThat(refused(1_000, demand(0.1, 1, 1)).code()).isEqualTo(RejectionCode.CPU_EXHAUSTED);
    }

    @Test
    void memory_and_disk_are_promised_once() {
        hold(1, grant(1, demand(1, 60_000, 900)));
        assertThat(refused(2, demand(1, 6_000, 1)).code()).isEqualTo(RejectionCode.RAM_EXHAUSTED);
        assertThat(refused(2, demand(1, 1, 101)).code()).isEqualTo(RejectionCode.DISK_EXHAUSTED);
    }

    @Test
    void who_needs_none_is_not_refused_for_what_is_exhausted() {
        hold(1, new Claims(99, 99_000, 99_000, List.of(), List.of(), List.of(), List.of()));
        assertThat(grant(2, demand(0, 0, 0))).isEqualTo(Claims.NONE);
    }

    @Test
    void gpus_by_number_are_chosen_among_the_free() {
        hold(1, grant(1, gpus(0, "GPU-1")));
        assertThat(grant(2, gpus(2)).gpuIds()).containsExactly("GPU-0", "GPU-2");
    }

    @Test
    void named_gpus_are_filled_up_to_the_number() {
        assertThat(grant(1, gpus(3, "GPU-2")).gpuIds()).containsExactly("GPU-2", "GPU-0", "GPU-1");
    }

    @Test
    void a_taken_gpu_is_refused_with_its_holder() {
        hold(1, grant(1, gpus(0, "GPU-1")));
        var refused = refused(2, gpus(0, "GPU-1"));
        assertThat(refused.code()).isEqualTo(RejectionCode.GPU_TAKEN);
        assertThat(refused.details())
                .containsEntry("what", "GPU-1")
                .containsEntry("free", List.of("GPU-0", "GPU-2", "GPU-3"))
                .extractingByKey("holder")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("resourceId", resource(1).value())
                .containsEntry("name", "vm-1");
    }

    @Test
    void too_many_gpus_are_refused_with_the_holders() {
        hold(1, grant(1, gpus(3)));
        var refused = refused(2, gpus(2));
        assertThat(refused.code()).isEqualTo(RejectionCode.GPU_EXHAUSTED);
        assertThat(refused.details()).containsKeys("holder", "holders", "free", "wanted");
        assertThat(refused.getMessage()).contains("vm-1");
    }

    @Test
    void a_gpu_that_is_not_there_or_is_sliced_is_refused() {
        assertThat(refused(1, gpus(0, "GPU-9")).code()).isEqualTo(RejectionCode.GPU_UNKNOWN);
        assertThat(refused(1, gpus(0, "GPU-M")).code()).isEqualTo(RejectionCode.GPU_UNKNOWN);
    }

    @Test
    void a_resource_keeps_the_gpus_it_has() {
        hold(1, grant(1, gpus(0, "GPU-3")));
        assertThat(grant(1, gpus(2)).gpuIds()).containsExactly("GPU-3", "GPU-0");
    }

    @Test
    void slices_are_chosen_among_the_free() {
        hold(1, grant(1, slices(1, false)));
        assertThat(grant(2, slices(2, false)).migSlices())
                .extracting(MigSlice::instanceId)
                .containsExactly("MIG-1", "MIG-2");
        var refused = refused(2, slices(3, false));
        assertThat(refused.code()).isEqualTo(RejectionCode.MIG_EXHAUSTED);
        assertThat(refused.details()).containsKey("holder");
    }

    @Test
    void a_profile_that_the_node_does_not_have_is_refused() {
        var demand =
                new CapacityDemand(
                        0,
                        0,
                        0,
                        List.of(),
                        0,
                        List.of(new MigDemand("7g.80gb", 1)),
                        List.of(),
                        List.of(),
                        false,
                        false);
        var refused = refused(1, demand);
        assertThat(refused.code()).isEqualTo(RejectionCode.MIG_PROFILE_UNKNOWN);
        assertThat(refused.details().get("profiles")).hasToString("[" + PROFILE + "]");
    }

    @Test
    void a_slice_enters_a_machine_only_with_vgpu() {
        assertThat(grant(1, slices(1, true)).migSlices()).hasSize(1);
        inventory = withoutVgpu();
        assertThat(refused(1, slices(1, true)).code()).isEqualTo(RejectionCode.MIG_NEEDS_VGPU);
        assertThat(grant(1, slices(1, false)).migSlices()).hasSize(1);
    }

    @Test
    void a_gpu_held_in_slices_is_not_given_out_whole_after_its_mode_changed() {
        var slice = new MigSlice("GPU-0", "MIG-9", PROFILE);
        hold(1, new Claims(0, 0, 0, List.of(), List.of(slice), List.of(), List.of()));
        assertThat(refused(2, gpus(0, "GPU-0")).code()).isEqualTo(RejectionCode.GPU_TAKEN);
        assertThat(grant(2, gpus(1)).gpuIds()).containsExactly("GPU-1");
    }

    @Test
    void slices_of_a_gpu_held_whole_are_not_given_out() {
        hold(1, new Claims(0, 0, 0, List.of("GPU-M"), List.of(), List.of(), List.of()));
        assertThat(refused(2, slices(1, false)).code()).isEqualTo(RejectionCode.MIG_EXHAUSTED);
    }

    @Test
    void an_address_has_one_holder_per_vlan() {
        hold(1, grant(1, addresses(new StaticIp(100, "10.0.0.5"))));
        assertThat(grant(2, addresses(new StaticIp(101, "10.0.0.5"))).staticIps()).hasSize(1);
        var refused = refused(2, addresses(new StaticIp(100, "10.0.0.5")));
        assertThat(refused.code()).isEqualTo(RejectionCode.IP_TAKEN);
        assertThat(refused.getMessage()).contains("10.0.0.5", "100", "vm-1");
    }

    @Test
    void a_port_has_one_holder_per_protocol_and_address() {
        hold(1, grant(1, ports(new HostPort(Transport.TCP, "10.0.0.1", 80))));
        assertThat(grant(2, ports(new HostPort(Transport.UDP, null, 80))).hostPorts()).hasSize(1);
        assertThat(grant(2, ports(new HostPort(Transport.TCP, "10.0.0.2", 80))).hostPorts())
                .hasSize(1);
        assertThat(refused(2, ports(new HostPort(Transport.TCP, null, 80))).code())
                .isEqualTo(RejectionCode.PORT_TAKEN);
    }

    @Test
    void a_port_is_not_wanted_twice() {
        var port = new HostPort(Transport.TCP, null, 80);
        assertThat(refused(1, ports(port, port)).code()).isEqualTo(RejectionCode.PORT_TAKEN);
    }

    @Test
    void an_engine_that_is_missing_is_said_to_be() {
        inventory = containersOnly();
        assertThat(refused(1, demand(1, 1, 1)).code()).isEqualTo(RejectionCode.ENGINE_MISSING);
    }

    @Test
    void less_than_nothing_cannot_be_wanted() {
        assertThat(refused(1, demand(-1, 1, 1)).code()).isEqualTo(RejectionCode.VALIDATION_FAILED);
        assertThat(refused(1, demand(Double.NaN, 1, 1)).code())
                .isEqualTo(RejectionCode.VALIDATION_FAILED);
    }

    private Claims grant(int number, CapacityDemand demand) {
        return Ledger.of(node(), resource(number)).grant(demand);
    }

    private Rejection refused(int number, CapacityDemand demand) {
        return catchThrowableOfType(Rejection.class, () -> grant(number, demand));
    }

    private void hold(int number, Claims claims) {
        var id = resource(number);
        held.put(id.value(), new Allocation(id, "vm-" + number, claims, true, null, NOW));
    }

    private NodeState node() {
        return new NodeState(
                NODE,
                "node",
                null,
                List.of(),
                Map.of(),
                OWNER,
                NodeStatus.ONLINE,
                false,
                false,
                false,
                null,
                1,
                inventory,
                4,
                Allocations.of(held),
                List.of(),
                List.of(),
                NOW,
                null,
                null,
                NOW,
                NOW,
                1);
    }

    private static CapacityDemand addresses(StaticIp... addresses) {
        return new CapacityDemand(
                0, 0, 0, List.of(), 0, List.of(), List.of(addresses), List.of(), true, false);
    }

    private static CapacityDemand ports(HostPort... ports) {
        return new CapacityDemand(
                0, 0, 0, List.of(), 0, List.of(), List.of(), List.of(ports), false, false);
    }

    private static Inventory withoutVgpu() {
        return changed(inventory().engines(), false);
    }

    private static Inventory containersOnly() {
        return changed(List.of(Inventory.CONTAINERS), true);
    }

    private static Inventory changed(List<String> engines, boolean vgpu) {
        var all = inventory();
        return new Inventory(
                all.hostname(),
                all.ipAddress(),
                null,
                null,
                all.cpuCores(),
                all.cpuModel(),
                all.ramMB(),
                all.diskGB(),
                all.gpuDevices(),
                engines,
                null,
                vgpu,
                "1",
                true);
    }
}
