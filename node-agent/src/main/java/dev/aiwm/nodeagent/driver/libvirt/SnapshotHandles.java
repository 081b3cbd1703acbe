package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.nodeagent.driver.libvirt.domain.SnapshotDescription;

import org.libvirt.Domain;
import org.libvirt.DomainSnapshot;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

import java.util.Optional;

/** libvirt's own handles of snapshots, taken up and let go. */
final class SnapshotHandles {
    /** Forget it without looking for it in the disks. */
    private static final int METADATA_ONLY = 2;

    private static final int SECURE = 1;

    private SnapshotHandles() {}

    static Optional<SnapshotDescription> find(Domain domain, SnapshotId snapshotId)
            throws LibvirtException {
        try {
            return SnapshotDescription.parse(read(domain, snapshotId.value()));
        } catch (LibvirtException e) {
            if (Failures.is(e, ErrorNumber.VIR_ERR_NO_DOMAIN_SNAPSHOT)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static String read(Domain domain, String name) throws LibvirtException {
        return read(domain, name, 0);
    }

    /** Whole, so that libvirt could be told of it again. */
    static String readWithSecrets(Domain domain, String name) throws LibvirtException {
        return read(domain, name, SECURE);
    }

    private static String read(Domain domain, String name, int flags) throws LibvirtException {
        var snapshot = domain.snapshotLookupByName(name);
        try {
            return snapshot.getXMLDesc(flags);
        } finally {
            snapshot.free();
        }
    }

    /** On which the machine is based now; null for none. */
    static String current(Domain domain) throws LibvirtException {
        if (domain.hasCurrentSnapshot() != 1) {
            return null;
        }
        DomainSnapshot snapshot = domain.snapshotCurrent();
        try {
            return SnapshotDescription.nameOf(snapshot.getXMLDesc());
        } finally {
            snapshot.free();
        }
    }

    static void revert(Domain domain, SnapshotId snapshotId) throws LibvirtException {
        var snapshot = domain.snapshotLookupByName(snapshotId.value());
        try {
            domain.revertToSnapshot(snapshot);
        } finally {
            snapshot.free();
        }
    }

    /**
     * Done when it is not there.
     *
     * @param gone whether it is out of the disks already
     */
    static void delete(Domain domain, SnapshotId snapshotId, boolean gone) throws LibvirtException {
        try {
            var snapshot = domain.snapshotLookupByName(snapshotId.value());
            try {
                snapshot.delete(gone ? METADATA_ONLY : 0);
            } finally {
                snapshot.free();
            }
        } catch (LibvirtException e) {
            if (!Failures.is(e, ErrorNumber.VIR_ERR_NO_DOMAIN_SNAPSHOT)) {
                throw e;
            }
        }
    }
}
