package dev.aiwm.nodeagent.driver.libvirt.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * Everything a domain is made of, decided; {@link DomainXml} only writes it down.
 *
 * @param host what of the host's abilities it uses
 * @param seed the path of the disc that the guest reads at its boot; null for none
 */
public record DomainSpec(
        UUID uuid,
        String name,
        Mark mark,
        Host host,
        boolean windows,
        int vcpus,
        long ramMB,
        List<Disk> disks,
        String seed,
        Attachment attachment,
        String mac,
        Devices devices,
        String consoleLog,
        String vncPassword) {
    public DomainSpec {
        requireNonNull(uuid, "uuid is null");
        requireNonNull(name, "name is null");
        requireNonNull(mark, "mark is null");
        requireNonNull(attachment, "attachment is null");
        disks = List.copyOf(disks);
    }

    @Override
    public String toString() {
        return "DomainSpec[" + name + "]";
    }

    /** What the host can do: run guests on the processor itself, and start them by UEFI. */
    public record Host(boolean kvm, boolean uefi) {}

    /** A disk of the host's, by its path; the first is the one that is booted from. */
    public record Disk(String path, String format, String serial) {
        public Disk {
            requireNonNull(path, "path is null");
            requireNonNull(format, "format is null");
            requireNonNull(serial, "serial is null");
        }
    }

    /**
     * Devices of the host that go into the guest: every function of their IOMMU groups, and slices
     * by the UUID of their mediated devices.
     */
    public record Devices(List<PciAddress> functions, List<UUID> slices) {
        public static final Devices NONE = new Devices(List.of(), List.of());

        public Devices {
            functions = List.copyOf(functions);
            slices = List.copyOf(slices);
        }

        boolean passThrough() {
            return !functions.isEmpty();
        }

        /** Memory of such a guest cannot be saved, moved or taken back. */
        boolean any() {
            return passThrough() || !slices.isEmpty();
        }
    }
}
