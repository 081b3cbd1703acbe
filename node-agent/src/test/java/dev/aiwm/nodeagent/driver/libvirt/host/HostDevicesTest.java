package dev.aiwm.nodeagent.driver.libvirt.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.MigSlice;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainSpec;
import dev.aiwm.nodeagent.driver.libvirt.domain.PciAddress;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree of files stands for what a kernel shows of devices that no build machine has. */
class HostDevicesTest {
    private static final String GPU = "0000:3b:00.0";
    private static final String SOUND = "0000:3b:00.1";
    private static final String BRIDGE = "0000:3a:00.0";
    private static final String OTHER_GPU = "0000:86:00.0";
    private static final String SLICE = "c73f1fa6-489e-4834-9476-d70dabd98c40";

    @TempDir private Path sys;

    @Test
    void a_gpu_goes_with_its_whole_group_but_for_bridges() throws IOException {
        device(GPU, "0x030200", "7");
        device(SOUND, "0x040300", "7");
        device(BRIDGE, "0x060400", "7");

        assertThat(of(true, gpus("GPU-0")).functions())
                .extracting(PciAddress::toString)
                .containsExactly(GPU, SOUND);
    }

    @Test
    void two_gpus_of_one_group_go_together_or_not_at_all() throws IOException {
        device(GPU, "0x030200", "7");
        device(OTHER_GPU, "0x030000", "7");

        assertThat(of(true, gpus("GPU-0", "GPU-1")).functions()).hasSize(2);
        assertRefused(() -> of(true, gpus("GPU-0")), IommuGroups.IOMMU_GROUP_SHARED, OTHER_GPU);
    }

    @Test
    void without_an_iommu_nothing_is_passed_through() throws IOException {
        Files.createDirectories(sys.resolve("bus/pci/devices").resolve(GPU));

        assertRefused(() -> of(true, gpus("GPU-0")), IommuGroups.IOMMU_MISSING, "intel_iommu=on");
    }

    @Test
    void a_gpu_that_is_not_there_is_named() {
        assertRefused(() -> of(true, gpus("GPU-0")), IommuGroups.GPU_MISSING, GPU);
        assertRefused(() -> of(true, gpus("GPU-9")), IommuGroups.GPU_MISSING, "GPU-9");
    }

    @Test
    void a_slice_enters_a_machine_only_by_vgpu() throws IOException {
        Files.createDirectories(sys.resolve("bus/mdev/devices").resolve(SLICE));

        assertThat(of(true, slice(SLICE)).slices()).hasToString("[" + SLICE + "]");
        assertRefused(() -> of(false, slice(SLICE)), HostDevices.MIG_NEEDS_VGPU, "containers");
    }

    @Test
    void a_slice_that_is_no_mediated_device_is_named() {
        assertRefused(() -> of(true, slice(SLICE)), IommuGroups.GPU_MISSING, SLICE);
        assertRefused(() -> of(true, slice("MIG-x")), IommuGroups.GPU_MISSING, "MIG-x");
    }

    @Test
    void who_was_given_nothing_gets_nothing() {
        assertThat(of(false, Claims.NONE)).isEqualTo(DomainSpec.Devices.NONE);
    }

    private DomainSpec.Devices of(boolean vgpu, Claims claims) {
        var known =
                Map.of(
                        "GPU-0", PciAddress.parse(GPU),
                        "GPU-1", PciAddress.parse(OTHER_GPU));
        return new HostDevices(sys, vgpu, id -> Optional.ofNullable(known.get(id))).of(claims);
    }

    private void device(String address, String kind, String group) throws IOException {
        var device = sys.resolve("bus/pci/devices").resolve(address);
        Files.createDirectories(device);
        Files.writeString(device.resolve("class"), kind + "\n");
        var members = sys.resolve("kernel/iommu_groups").resolve(group).resolve("devices");
        Files.createDirectories(members);
        Files.createSymbolicLink(members.resolve(address), device);
        Files.createSymbolicLink(device.resolve("iommu_group"), members.getParent());
    }

    private static Claims gpus(String... ids) {
        return new Claims(1, 1, 1, List.of(ids), List.of(), List.of(), List.of());
    }

    private static Claims slice(String id) {
        var slices = List.of(new MigSlice("GPU-0", id, "1g.10gb"));
        return new Claims(1, 1, 1, List.of(), slices, List.of(), List.of());
    }

    private static void assertRefused(ThrowingCallable what, String code, String said) {
        assertThatThrownBy(what)
                .hasMessageContaining(said)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.isRetryable()).isFalse();
                        });
    }
}
