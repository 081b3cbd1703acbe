package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.nodeagent.Samples;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.nodeagent.driver.libvirt.images.ImageStore;
import dev.aiwm.nodeagent.driver.libvirt.seed.DiscReader;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What a machine is made of, as QEMU's and libvirt's own programs see it. */
class MakingMachinesTest extends LibvirtTest {
    private static final long GIB = 1L << 30;

    @Test
    void its_disk_has_the_size_asked_for_and_holds_only_changes_to_the_image() {
        driver.create(LibvirtFixture.request(resource, 1, OsImage.DEBIAN_12, 3), Progress.NONE);

        var disk = disk();
        assertThat(disk.at("/format").stringValue()).isEqualTo("qcow2");
        assertThat(disk.at("/virtual-size").longValue()).isEqualTo(3 * GIB);
        assertThat(disk.at("/backing-filename-format").stringValue()).isEqualTo("qcow2");
        assertThat(disk.at("/full-backing-filename").stringValue())
                .isEqualTo(fixture.images().resolve("debian-12.qcow2").toString());
    }

    @Test
    void a_newer_generation_keeps_what_is_on_the_disk_and_grows_it() {
        create();
        io("write -P 0x5a 8M 4k");

        driver.create(LibvirtFixture.request(resource, 2, OsImage.DEBIAN_12, 2), Progress.NONE);

        assertThat(io("read -P 0x5a 8M 4k")).doesNotContain("failed");
        assertThat(disk().at("/virtual-size").longValue()).isEqualTo(2 * GIB);
    }

    @Test
    void another_operating_system_is_another_disk() {
        create();
        io("write -P 0x5a 8M 4k");

        driver.create(LibvirtFixture.request(resource, 2, OsImage.DEBIAN_11, 1), Progress.NONE);

        assertThat(io("read -P 0x00 8M 4k")).doesNotContain("failed");
        assertThat(disk().at("/full-backing-filename").stringValue()).endsWith("debian-11.qcow2");
    }

    @Test
    void another_operating_system_is_another_disk_also_when_the_definition_is_gone() {
        create();
        io("write -P 0x5a 8M 4k");
        Virsh.virsh("undefine", domain);

        driver.create(LibvirtFixture.request(resource, 2, OsImage.DEBIAN_11, 1), Progress.NONE);

        assertThat(io("read -P 0x00 8M 4k")).doesNotContain("failed");
    }

    @Test
    void a_guest_keeps_its_keys_when_its_definition_is_gone_and_has_fresh_ones_before_it_ran()
            throws IOException {
        create();
        Virsh.virsh("undefine", domain);
        create();
        assertThat(seed("user-data")).contains("\"ssh_deletekeys\":true");
        start();
        Virsh.virsh("destroy", domain);
        Virsh.virsh("undefine", domain);

        create();

        assertThat(seed("user-data")).contains("\"ssh_deletekeys\":false");
    }

    @Test
    void a_disk_does_not_shrink() {
        driver.create(LibvirtFixture.request(resource, 1, OsImage.DEBIAN_12, 2), Progress.NONE);

        assertRefused(
                () ->
                        driver.create(
                                LibvirtFixture.request(resource, 2, OsImage.DEBIAN_12, 1),
                                Progress.NONE),
                MachineDisks.DISK_TOO_SMALL,
                "2 GB");
        assertThat(driver.inspect(resource).generation()).isEqualTo(1);
    }

    @Test
    void without_an_image_nothing_is_made() {
        assertRefused(
                () ->
                        driver.create(
                                LibvirtFixture.request(resource, 1, OsImage.CENTOS_8, 1),
                                Progress.NONE),
                ImageStore.IMAGE_MISSING,
                fixture.images().resolve("centos-8.qcow2").toString());
        assertThat(Virsh.hasDomain(domain)).isFalse();
    }

    @Test
    void without_its_bridge_nothing_is_made() {
        try (var bridged =
                fixture.open(Virsh.URI, "bridge:br-none{vlan}", LibvirtSettings.Choice.NEVER)) {
            assertRefused(
                    () -> bridged.create(fixture.steady(resource, 1), Progress.NONE),
                    Failures.BRIDGE_MISSING,
                    "br-none1");
        }
        assertThat(Virsh.hasDomain(domain)).isFalse();
    }

    @Test
    void a_container_is_none_of_its_business() {
        var container = Samples.containerCreate(resource);
        assertRefused(
                () ->
                        driver.create(
                                new CreateRequest(
                                        resource, "web", 1, container.config(), container.claims()),
                                Progress.NONE),
                Failures.UNSUPPORTED,
                "containers");
    }

    @Test
    void the_guest_finds_its_seed_and_nobody_else_reads_it() throws IOException {
        create();

        var seed = fixture.disk(resource).resolveSibling(DiskPool.seed(resource));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(seed)))
                .isEqualTo("rw-------");
        assertThat(seed("meta-data"))
                .contains("\"local-hostname\":\"tiny\"", resource.value() + "-g1");
        assertThat(Virsh.virsh("domblklist", domain)).contains(seed.toString());
    }

    @Test
    void what_is_wanted_holds_when_the_host_comes_up_again() {
        create();
        assertThat(Virsh.virsh("dominfo", domain)).containsPattern("Autostart: +disable");
        start();
        assertThat(Virsh.virsh("dominfo", domain)).containsPattern("Autostart: +enable");
        driver.stop(resource, StopRequest.byForce());
        assertThat(Virsh.virsh("dominfo", domain)).containsPattern("Autostart: +disable");
    }

    @Test
    void a_half_made_machine_is_made_whole_or_removed() throws IOException {
        create();
        Virsh.virsh("undefine", domain);

        create();
        start();
        driver.destroy(resource);

        create();
        Virsh.virsh("undefine", domain);
        driver.destroy(resource);
        assertThat(fixture.files()).isEmpty();
    }

    @Test
    void without_libvirt_another_attempt_may_help() {
        try (var lost =
                fixture.open(
                        "qemu+unix:///system?socket=/nowhere",
                        "user",
                        LibvirtSettings.Choice.NEVER)) {
            assertThat(catchThrowable(lost::fingerprint))
                    .isInstanceOfSatisfying(
                            DriverException.class,
                            e -> {
                                assertThat(e.code()).isEqualTo(Failures.ENGINE_DOWN);
                                assertThat(e.isRetryable()).isTrue();
                            });
        }
    }

    private String seed(String file) throws IOException {
        var seed = fixture.disk(resource).resolveSibling(DiskPool.seed(resource));
        return new String(new DiscReader(Files.readAllBytes(seed)).files().get(file), UTF_8);
    }

    private JsonNode disk() {
        String path = fixture.disk(resource).toString();
        return JsonMapper.shared()
                .readTree(Virsh.run(List.of("qemu-img", "info", "--output=json", path)));
    }

    private String io(String command) {
        String path = fixture.disk(resource).toString();
        return Virsh.run(List.of("qemu-io", "-f", "qcow2", "-c", command, path));
    }
}
