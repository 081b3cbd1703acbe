package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of the disks is a file system of its own, too small for a machine. */
class FullPoolTest extends LibvirtTest {
    private Path disks;

    @BeforeEach
    void mount() throws IOException {
        disks = Files.createDirectory(fixture.images().resolveSibling("disks"));
        Virsh.run(List.of("mount", "-t", "tmpfs", "-o", "size=64m", "none", disks.toString()));
    }

    /** Before the fixture looks whether anything is left: it looks below the mount, too. */
    @AfterEach
    void unmount() {
        driver.destroy(resource);
        assertThat(fixture.files()).isEmpty();
        Virsh.run(List.of("umount", "-l", disks.toString()));
    }

    @Test
    void a_full_disk_is_told_as_such_leaves_nothing_and_is_over_when_there_is_room() {
        assertRefused(this::create, Failures.POOL_FULL, "the disk of this node is full");
        assertThat(Virsh.hasDomain(domain)).isFalse();
        assertThat(driver.recover()).isEmpty();
        assertThat(fixture.files()).isEmpty();

        Virsh.run(List.of("mount", "-o", "remount,size=1g", disks.toString()));
        driver.create(fixture.steady(resource, 1), Progress.NONE);
        assertThat(Virsh.hasDomain(domain)).isTrue();
    }
}
