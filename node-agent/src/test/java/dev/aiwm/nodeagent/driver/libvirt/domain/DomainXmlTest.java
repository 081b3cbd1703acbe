package dev.aiwm.nodeagent.driver.libvirt.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aiwm.contracts.ResourceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Each approved file is one kind of guest, as libvirt is told of it. */
class DomainXmlTest {
    private static final ResourceId RESOURCE = ResourceId.of("65f000000000000000000001");
    private static final DomainSpec.Devices GPU =
            new DomainSpec.Devices(
                    List.of(PciAddress.parse("0000:3b:00.0"), PciAddress.parse("0000:3b:00.1")),
                    List.of());
    private static final DomainSpec.Devices SLICE =
            new DomainSpec.Devices(
                    List.of(), List.of(UUID.fromString("c73f1fa6-489e-4834-9476-d70dabd98c40")));

    enum Guest {
        LINUX_ON_A_BRIDGE(true, false, DomainSpec.Devices.NONE, bridge("br-vlan100", null)),
        WINDOWS_ON_A_NETWORK(
                true,
                true,
                DomainSpec.Devices.NONE,
                new Attachment(Attachment.Kind.NETWORK, "default", null)),
        EMULATED_WITHOUT_A_BRIDGE(
                false,
                false,
                DomainSpec.Devices.NONE,
                new Attachment(Attachment.Kind.USER, "", null)),
        WITH_A_GPU(true, false, GPU, new Attachment(Attachment.Kind.OPEN_VSWITCH, "ovs0", 100)),
        WITH_A_SLICE(true, false, SLICE, new Attachment(Attachment.Kind.MACVTAP, "eno1.100", null));

        private final boolean kvm;
        private final boolean windows;
        private final DomainSpec.Devices devices;
        private final Attachment attachment;

        Guest(boolean kvm, boolean windows, DomainSpec.Devices devices, Attachment attachment) {
            this.kvm = kvm;
            this.windows = windows;
            this.devices = devices;
            this.attachment = attachment;
        }

        DomainSpec spec() {
            return DomainXmlTest.spec(this);
        }
    }

    private static Attachment bridge(String name, Integer tag) {
        return new Attachment(Attachment.Kind.BRIDGE, name, tag);
    }

    private static DomainSpec spec(Guest guest) {
        var mark =
                new Mark(
                        RESOURCE,
                        3,
                        "gpu-node-01",
                        guest.windows ? "windows-server-2022" : "ubuntu-22.04",
                        "192.168.100.10",
                        8,
                        32_768,
                        guest.devices.any() ? List.of("GPU-0", "GPU-1") : List.of());
        return new DomainSpec(
                DerivedNames.uuid(RESOURCE),
                DerivedNames.domain(RESOURCE),
                mark,
                new DomainSpec.Host(guest.kvm, guest.kvm),
                guest.windows,
                8,
                32_768,
                List.of(
                        new DomainSpec.Disk("/disks/a.root.qcow2", "qcow2", "root"),
                        new DomainSpec.Disk("/disks/a.data.raw", "raw", "data")),
                "/disks/a.seed.iso",
                guest.attachment,
                DerivedNames.mac(RESOURCE),
                guest.devices,
                "/disks/a.console.log",
                "12345678");
    }

    @ParameterizedTest
    @EnumSource
    void a_guest_is_written_down_as_approved(Guest guest) throws IOException {
        String xml = DomainXml.of(guest.spec());

        String name = guest.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".xml";
        var approved = Path.of("src/test/resources/libvirt/domain", name);
        assertThat(xml).isEqualTo(Files.readString(approved, UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void what_was_written_down_is_read_back(Guest guest) {
        var read = DomainDescription.parse(DomainXml.of(guest.spec()));

        assertThat(read.mark()).contains(guest.spec().mark());
        assertThat(read.name()).isEqualTo("aiwm-65f000000000000000000001");
        assertThat(read.disks())
                .containsExactly(
                        new DomainDescription.DiskEntry(
                                guest.windows ? "sda" : "vda", "/disks/a.root.qcow2"),
                        new DomainDescription.DiskEntry(
                                guest.windows ? "sdb" : "vdb", "/disks/a.data.raw"));
        assertThat(read.consoleLog()).contains("/disks/a.console.log");
        assertThat(read.hasFlash()).isEqualTo(guest.kvm);
        assertThat(read.hasHostDevices()).isEqualTo(guest.devices.any());
        assertThat(read.vcpus()).isEqualTo(8);
        assertThat(read.vncPort()).isEmpty();
        assertThat(read.startedAt()).isEmpty();
    }

    @Test
    void a_name_cannot_become_an_element() {
        var attachment = bridge("br0'/><hostdev mode=\"subsystem\"/>", null);
        String xml =
                XmlWriter.document(
                        "interface", card -> card.add("source", "bridge", attachment.name()));

        var read = XmlReader.parse(xml);
        assertThat(XmlReader.children(read, "hostdev")).isEmpty();
        assertThat(XmlReader.find(read, "source").orElseThrow().getAttribute("bridge"))
                .isEqualTo(attachment.name());
    }

    @Test
    void the_same_resource_has_the_same_card_each_time_and_another_has_another() {
        var other = ResourceId.of("65f000000000000000000002");

        assertThat(DerivedNames.mac(RESOURCE))
                .isEqualTo(DerivedNames.mac(RESOURCE))
                .matches("52:54:00(:[0-9a-f]{2}){3}")
                .isNotEqualTo(DerivedNames.mac(other));
        assertThat(DerivedNames.uuid(RESOURCE)).isNotEqualTo(DerivedNames.uuid(other));
    }
}
