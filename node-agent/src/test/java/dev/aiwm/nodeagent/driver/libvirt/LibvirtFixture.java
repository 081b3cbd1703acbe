package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.config.CloudInit;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.NetworkMode;
import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.Pausing;
import dev.aiwm.nodeagent.driver.Resizing;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.Snapshotting;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.nodeagent.driver.libvirt.host.GpuLocator;
import dev.aiwm.testing.Virsh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A part of this machine's libvirt to itself: an owner, a folder and a pool of its own. */
final class LibvirtFixture implements DriverFixture {
    static final OsImage LISTENING = OsImage.DEBIAN_12;
    static final OsImage DEAF = OsImage.DEBIAN_11;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name = "aiwm-test-" + UUID.randomUUID();
    private final Path folder = makeFolder();

    LibvirtFixture() {
        TinyGuest.listening(images().resolve(LISTENING.wire() + ".qcow2"));
        TinyGuest.deaf(images().resolve(DEAF.wire() + ".qcow2"));
    }

    @Override
    public LibvirtDriver open() {
        return open(Virsh.URI, "user", LibvirtSettings.Choice.NEVER);
    }

    LibvirtDriver open(String uri, String network, LibvirtSettings.Choice uefi) {
        return new LibvirtDriver(settings(uri, network, uefi), GpuLocator.BY_ADDRESS);
    }

    private LibvirtSettings settings(String uri, String network, LibvirtSettings.Choice uefi) {
        return new LibvirtSettings(
                uri,
                name,
                images(),
                folder.resolve("disks"),
                name,
                NetworkTemplate.parse(network),
                List.of(),
                LibvirtSettings.Choice.NEVER,
                uefi,
                false,
                Path.of("/sys"));
    }

    DiskPool pool(LibvirtConnection connection, NativeConnection nativeConnection) {
        return new DiskPool(connection, nativeConnection, name, folder.resolve("disks"));
    }

    Path images() {
        return folder.resolve("images");
    }

    Path disk(ResourceId resourceId) {
        return folder.resolve("disks").resolve(DiskPool.disk(resourceId));
    }

    List<String> files() {
        try (Stream<Path> files = Files.list(folder.resolve("disks"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CreateRequest steady(ResourceId resourceId, int generation) {
        return request(resourceId, generation, LISTENING, 1);
    }

    @Override
    public CreateRequest deaf(ResourceId resourceId) {
        return request(resourceId, 1, DEAF, 1);
    }

    static CreateRequest request(ResourceId id, int generation, OsImage image, long diskGB) {
        var config =
                new VirtualMachineConfig(
                        image,
                        1,
                        64,
                        diskGB,
                        null,
                        new NetworkConfig(
                                NetworkMode.BRIDGE_VLAN, IpMode.DHCP, null, null, null, null),
                        new CloudInit("tiny", null, null, null));
        return new CreateRequest(id, "tiny", generation, config, Claims.NONE);
    }

    @Override
    public void endFromOutside(ResourceId resourceId, int exitCode) {
        String domain = DerivedNames.domain(resourceId);
        if (exitCode != 0) {
            crash(domain);
            return;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Virsh.state(domain).equals("shut off")) {
            assertThat(System.nanoTime()).as("the guest switches off in time").isLessThan(end);
            press(domain);
        }
    }

    /** A guest that is not up yet does not see it, so wait a while for what comes of it. */
    private static void press(String domain) {
        try {
            Virsh.virsh("shutdown", domain);
        } catch (IllegalStateException e) {
            assertThat(Virsh.state(domain)).isEqualTo("shut off");
        }
        try {
            Virsh.virsh("event", "--event", "lifecycle", "--timeout", "1", "--domain", domain);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("event");
        }
    }

    static void crash(String domain) {
        try {
            String pid =
                    Files.readString(Path.of("/run/libvirt/qemu").resolve(domain + ".pid")).strip();
            Virsh.run(List.of("kill", "-KILL", pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Class<?>> capabilities() {
        return Set.of(Snapshotting.class, Pausing.class, Resizing.class);
    }

    @Override
    public ResourceSize larger() {
        return new ResourceSize(2.0, 96L, 2L);
    }

    @Override
    public ResourceSize smaller() {
        return new ResourceSize(1.0, 80L, 2L);
    }

    @Override
    public Integer exitCodeTold(int exitCode) {
        return null;
    }

    @Override
    public Integer exitCodeWhenAsked() {
        return null;
    }

    @Override
    public Integer exitCodeByForce() {
        return null;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    /** Leaves nothing behind, which libvirt's own program is asked to confirm. */
    @Override
    public void close() {
        try (ResourceDriver driver = open()) {
            var ours = driver.recover().stream().map(ManagedResource::resourceId).toList();
            ours.forEach(driver::destroy);
            assertThat(ours).noneMatch(id -> Virsh.hasDomain(DerivedNames.domain(id)));
        }
        if (Virsh.virsh("pool-list", "--all", "--name").lines().anyMatch(name::equals)) {
            Virsh.virsh("pool-destroy", name);
            Virsh.virsh("pool-undefine", name);
            assertThat(files()).isEmpty();
        }
        remove(folder);
    }

    /** Others may pass through it, as machines run under a user of their own. */
    private static Path makeFolder() {
        try {
            var made =
                    Files.createTempDirectory(
                            "aiwm-libvirt",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx--x--x")));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx--x--x"));
            Files.createDirectory(made.resolve("images"));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
