package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.nodeagent.driver.libvirt.LibvirtSettings.Choice;
import dev.aiwm.nodeagent.driver.libvirt.domain.Attachment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class LibvirtSettingsTest {
    @Test
    void whoever_says_nothing_gets_the_defaults() {
        assertThat(LibvirtSettings.fromEnvironment(Map.of(), "node-1"))
                .isEqualTo(
                        new LibvirtSettings(
                                "qemu:///system",
                                "node-1",
                                Path.of("/var/lib/aiwm/images"),
                                Path.of("/var/lib/aiwm/disks"),
                                "aiwm",
                                new NetworkTemplate(Attachment.Kind.BRIDGE, "br-vlan{vlan}"),
                                List.of(),
                                Choice.AUTO,
                                Choice.AUTO,
                                false,
                                Path.of("/sys")));
    }

    @Test
    void every_variable_is_heard() {
        var environment = new HashMap<String, String>();
        environment.put("AIWM_LIBVIRT_URI", "test:///default");
        environment.put("AIWM_IMAGES", "/srv/images");
        environment.put("AIWM_DISKS", "/srv/disks");
        environment.put("AIWM_DISK_POOL", "fast");
        environment.put("AIWM_VM_NETWORK", "ovs:br0");
        environment.put("AIWM_VM_DNS", "192.0.2.53, 192.0.2.54");
        environment.put("AIWM_VM_KVM", "never");
        environment.put("AIWM_VM_UEFI", "Always");
        environment.put("AIWM_VGPU", "true");

        assertThat(LibvirtSettings.fromEnvironment(environment, "node-1"))
                .isEqualTo(
                        new LibvirtSettings(
                                "test:///default",
                                "node-1",
                                Path.of("/srv/images"),
                                Path.of("/srv/disks"),
                                "fast",
                                new NetworkTemplate(Attachment.Kind.OPEN_VSWITCH, "br0"),
                                List.of("192.0.2.53", "192.0.2.54"),
                                Choice.NEVER,
                                Choice.ALWAYS,
                                true,
                                Path.of("/sys")));
    }

    @ParameterizedTest
    @CsvSource({"AIWM_VM_KVM,perhaps", "AIWM_VM_UEFI,yes", "AIWM_VM_NETWORK,bridge"})
    void what_is_wrong_is_named(String name, String value) {
        assertThatThrownBy(() -> LibvirtSettings.fromEnvironment(Map.of(name, value), "node-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "bridge:br-vlan{vlan},BRIDGE,br-vlan100,",
        "ovs:br0,OPEN_VSWITCH,br0,100",
        "nat:default,NETWORK,default,",
        "macvtap:eno1.{vlan},MACVTAP,eno1.100,"
    })
    void a_machine_is_plugged_in_where_its_vlan_is(
            String template, Attachment.Kind kind, String name, Integer tag) {
        assertThat(NetworkTemplate.parse(template).attachment(100))
                .isEqualTo(new Attachment(kind, name, tag));
    }

    @Test
    void without_a_vlan_it_is_the_first() {
        assertThat(NetworkTemplate.parse(NetworkTemplate.DEFAULT).attachment(null).name())
                .isEqualTo("br-vlan1");
        assertThat(NetworkTemplate.parse("user").attachment(null))
                .isEqualTo(new Attachment(Attachment.Kind.USER, "", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bridge", "bridge:", "user:br0", "bridge:br 0", "ovs:../x", "x:y"})
    void what_is_no_network_is_refused(String template) {
        assertThatThrownBy(() -> NetworkTemplate.parse(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AIWM_VM_NETWORK");
    }
}
