package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.SizePart;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.ResizeOutcome;
import dev.aiwm.nodeagent.driver.Resizing;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainDescription;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainEdit;
import dev.aiwm.nodeagent.driver.libvirt.domain.Mark;

import org.libvirt.Domain;
import org.libvirt.LibvirtException;

import java.nio.file.Path;
import java.util.EnumSet;

/**
 * Gives machines another size. A disk grows at once, running or not; processors and memory change
 * at the next start, as a guest takes them away only when it likes.
 */
final class Sizes implements Resizing {
    private static final String RESIZE = "resize the machine";
    private static final int SECURE_AND_INACTIVE = 1 | 2;
    private static final int IN_BYTES = 1;
    private static final long GIB = 1L << 30;
    private static final long KIB_IN_MIB = 1L << 10;

    private final LibvirtConnection connection;
    private final Domains domains;
    private final DiskPool pool;

    Sizes(LibvirtConnection connection, Domains domains, DiskPool pool) {
        this.connection = connection;
        this.domains = domains;
        this.pool = pool;
    }

    @Override
    public ResizeOutcome resize(ResourceId resourceId, ResourceSize size, Progress progress) {
        return domains.with(
                resourceId,
                RESIZE,
                (domain, description, mark) -> resize(domain, description, mark, size));
    }

    private ResizeOutcome resize(
            Domain domain, DomainDescription description, Mark mark, ResourceSize size)
            throws LibvirtException {
        var now = EnumSet.noneOf(SizePart.class);
        var later = EnumSet.noneOf(SizePart.class);
        boolean on = domain.isActive() == 1;
        if (size.diskGB() != null) {
            grow(domain, description, size.diskGB() * GIB, on);
            now.add(SizePart.DISK);
        }
        String xml = domain.getXMLDesc(SECURE_AND_INACTIVE);
        var defined = DomainDescription.parse(xml);
        int vcpus = size.cpuCores() == null ? defined.vcpus() : (int) Math.ceil(size.cpuCores());
        long ram = size.ramMB() == null ? defined.memoryKiB() / KIB_IN_MIB : size.ramMB();
        double cpu = size.cpuCores() == null ? mark.cpuCores() : size.cpuCores();
        define(DomainEdit.resized(xml, vcpus, ram, defined.mark().orElse(mark).sized(cpu, ram)));
        (on && description.vcpus() != vcpus ? later : now).add(SizePart.CPU);
        (on && description.memoryKiB() != ram * KIB_IN_MIB ? later : now).add(SizePart.RAM);
        return new ResizeOutcome(now, later);
    }

    private void grow(Domain domain, DomainDescription description, long bytes, boolean on)
            throws LibvirtException {
        var first = description.disks().get(0);
        if (!on) {
            pool.grow(String.valueOf(Path.of(first.path()).getFileName()), bytes);
            return;
        }
        String disk = first.target();
        if (domain.blockInfo(disk).getCapacity() < bytes) {
            domain.blockResize(disk, bytes, IN_BYTES);
        }
    }

    private void define(String xml) {
        connection.call(RESIZE, connect -> connect.domainDefineXML(xml).free());
    }
}
