package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.contracts.resource.SnapshotFacts;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.SnapshotRequest;
import dev.aiwm.nodeagent.driver.Snapshotting;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainDescription;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainEdit;
import dev.aiwm.nodeagent.driver.libvirt.domain.Mark;
import dev.aiwm.nodeagent.driver.libvirt.domain.SnapshotDescription;

import org.libvirt.Domain;
import org.libvirt.LibvirtException;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Snapshots inside the disks' own files. Of a machine with a flash of its own (UEFI) or with
 * devices of the host, libvirt cannot keep the memory while it runs: of such only the disks are
 * kept, and what is told of the snapshot says so.
 */
final class Snapshots implements Snapshotting {
    static final String SIZE_CHANGED = "SIZE_CHANGED";

    /** A disk of this format has no room for a snapshot. */
    static final String RAW_DISK = "RAW_DISK";

    private static final String TAKE = "take the snapshot";
    private static final String RESTORE = "put the machine back";
    private static final String DELETE = "remove the snapshot";
    private static final int SECURE_AND_INACTIVE = 1 | 2;
    private static final int ELEMENT = 2;
    private static final int LIVE = 1;

    private final LibvirtConnection connection;
    private final Domains domains;
    private final Machines machines;
    private final DiskPool pool;
    private final Power power;
    private final DomainWatch watch;
    private final Clock clock;
    private final KeptSnapshots kept;
    private final LiveDisks liveDisks = new LiveDisks();

    Snapshots(
            LibvirtConnection connection,
            Domains domains,
            Machines machines,
            DiskPool pool,
            Power power,
            DomainWatch watch,
            Clock clock) {
        this.connection = connection;
        this.domains = domains;
        this.machines = machines;
        this.pool = pool;
        this.power = power;
        this.watch = watch;
        kept = new KeptSnapshots(domains, pool);
        this.clock = clock;
    }

    @Override
    public SnapshotFacts takeSnapshot(SnapshotRequest request, Progress progress) {
        var taken =
                domains.with(
                        request.resourceId(),
                        TAKE,
                        (domain, description, mark) -> {
                            var there = SnapshotHandles.find(domain, request.snapshotId());
                            if (there.isPresent()) {
                                return there.get().facts();
                            }
                            take(domain, description, request);
                            return SnapshotHandles.find(domain, request.snapshotId())
                                    .orElseThrow()
                                    .facts();
                        });
        kept.write(request.resourceId());
        return taken;
    }

    private void take(Domain domain, DomainDescription description, SnapshotRequest request)
            throws LibvirtException {
        if (description.disks().stream().anyMatch(disk -> disk.path().endsWith(".raw"))) {
            throw DriverException.permanent(
                    RAW_DISK, "the machine has a raw disk, and snapshots lie inside qcow2 disks");
        }
        var plan =
                new SnapshotDescription.Plan(
                        request.snapshotId(),
                        request.name(),
                        request.description(),
                        diskBytes(domain, description),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (domain.isActive() == 0) {
            pool.requireRoom(0);
            domain.snapshotCreateXML(plan.xml(SnapshotConsistency.OFFLINE), 0).free();
        } else if (description.hasFlash() || description.hasHostDevices()) {
            pool.requireRoom(0);
            liveDisks.take(domain, description, plan, SnapshotHandles.current(domain));
        } else {
            pool.requireRoom(description.memoryKiB() << 10);
            domain.snapshotCreateXML(plan.xml(SnapshotConsistency.MEMORY), 0).free();
        }
    }

    @Override
    public ManagedResource restoreSnapshot(
            ResourceId resourceId, SnapshotId snapshotId, Progress progress) {
        var uuid = DerivedNames.uuid(resourceId);
        var today =
                domains.with(
                        resourceId,
                        RESTORE,
                        (domain, description, mark) -> check(domain, mark, snapshotId));
        long disk = pool.diskBytes(DiskPool.disk(resourceId)).orElse(0L);
        power.kill(uuid);
        domains.with(
                resourceId,
                RESTORE,
                (domain, description, mark) -> {
                    SnapshotHandles.revert(domain, snapshotId);
                    return true;
                });
        connection.call(RESTORE, connect -> connect.domainDefineXML(today.xml()).free());
        domains.with(
                resourceId,
                RESTORE,
                (domain, description, mark) -> afterwards(domain, description, today.mark(), disk));
        kept.write(resourceId);
        return watch.see(machines.get(resourceId));
    }

    /** What is to be as it was in spite of the snapshot. */
    private record Today(String xml, Mark mark) {}

    private static Today check(Domain domain, Mark mark, SnapshotId snapshotId)
            throws LibvirtException {
        var snapshot =
                SnapshotHandles.find(domain, snapshotId)
                        .orElseThrow(
                                () ->
                                        DriverException.notFound(
                                                "the machine has no snapshot " + snapshotId));
        String xml = domain.getXMLDesc(SECURE_AND_INACTIVE);
        var now = DomainDescription.parse(xml);
        boolean memory = snapshot.facts().consistency() == SnapshotConsistency.MEMORY;
        if (memory && !snapshot.hasSizeOf(now)) {
            throw DriverException.permanent(
                    SIZE_CHANGED,
                    "the snapshot holds the memory of a machine of another size: give the machine"
                            + " the size it had then");
        }
        return new Today(xml, now.mark().orElse(mark));
    }

    /** The disk keeps its size, and what runs from memory of the past its mark of today. */
    private boolean afterwards(Domain domain, DomainDescription description, Mark mark, long disk)
            throws LibvirtException {
        if (domain.isActive() == 0) {
            pool.grow(DiskPool.disk(mark.resourceId()), disk);
            return true;
        }
        domain.setMetadata(ELEMENT, DomainEdit.mark(mark), Mark.PREFIX, Mark.NAMESPACE, LIVE);
        String target = description.disks().get(0).target();
        if (domain.blockInfo(target).getCapacity() < disk) {
            domain.blockResize(target, disk, 1);
        }
        return true;
    }

    @Override
    public void deleteSnapshot(ResourceId resourceId, SnapshotId snapshotId, Progress progress) {
        var found =
                domains.find(
                        resourceId,
                        DELETE,
                        (domain, description, mark) -> {
                            boolean gone = domain.isActive() == 1 && description.hasFlash();
                            if (gone) {
                                liveDisks.delete(domain, description, snapshotId);
                            }
                            SnapshotHandles.delete(domain, snapshotId, gone);
                            return true;
                        });
        if (found.isPresent()) {
            kept.write(resourceId);
        }
    }

    @Override
    public List<SnapshotFacts> snapshots(ResourceId resourceId) {
        return domains.with(
                resourceId,
                "list the snapshots",
                (domain, description, mark) -> {
                    var found = new ArrayList<SnapshotFacts>();
                    for (String name : domain.snapshotListNames()) {
                        SnapshotDescription.parse(SnapshotHandles.read(domain, name))
                                .ifPresent(snapshot -> found.add(snapshot.facts()));
                    }
                    found.sort(Comparator.comparing(SnapshotFacts::createdAt));
                    return found;
                });
    }

    private static long diskBytes(Domain domain, DomainDescription description)
            throws LibvirtException {
        long sum = 0;
        for (var disk : description.disks()) {
            sum += domain.blockInfo(disk.target()).getAllocation();
        }
        return sum;
    }
}
