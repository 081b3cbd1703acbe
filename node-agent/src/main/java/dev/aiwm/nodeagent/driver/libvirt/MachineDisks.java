package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.config.DataDisk;
import dev.aiwm.contracts.resource.config.DiskFormat;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainSpec;
import dev.aiwm.nodeagent.driver.libvirt.images.BaseImage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The disks of machines: the first, which holds what the image holds, and further ones, which are
 * empty when they are made. A disk is known by its name, keeps its format, and only grows.
 */
final class MachineDisks {
    static final String DISK_TOO_SMALL = "DISK_TOO_SMALL";
    static final String DISK_FORMAT_FIXED = "DISK_FORMAT_FIXED";

    private static final long GIB = 1L << 30;
    private static final String ROOT = "root";
    private static final String DATA = ".data-";

    private final DiskPool pool;

    MachineDisks(DiskPool pool) {
        this.pool = pool;
    }

    /** All of them, the first one first. */
    List<DomainSpec.Disk> of(ResourceId id, VirtualMachineConfig config) {
        var disks = new ArrayList<DomainSpec.Disk>();
        var format = config.effectiveDiskFormat();
        disks.add(new DomainSpec.Disk(pool.path(DiskPool.disk(id, format)), format.wire(), ROOT));
        for (var disk : config.disks()) {
            disks.add(
                    new DomainSpec.Disk(
                            pool.path(volume(id, disk)),
                            disk.effectiveFormat().wire(),
                            disk.name()));
        }
        return disks;
    }

    /** Only of a qcow2 disk it can be told which image it is of. */
    FirstDisk first(ResourceId id, String image) {
        var there = pool.volumes(id.value() + ".");
        boolean raw = there.contains(DiskPool.disk(id, DiskFormat.RAW));
        if (raw && !there.contains(half(id))) {
            return FirstDisk.OURS;
        }
        if (there.isEmpty()) {
            return FirstDisk.NOTHING;
        }
        String overlay = DiskPool.disk(id);
        if (!there.contains(overlay)) {
            return FirstDisk.MISSING;
        }
        boolean other = pool.image(overlay).filter(name -> !name.equals(image)).isPresent();
        return other ? FirstDisk.OF_ANOTHER_IMAGE : FirstDisk.OURS;
    }

    /** What is left of one that was not made to its end. */
    void clearFirst(ResourceId id) {
        pool.delete(DiskPool.disk(id, DiskFormat.RAW));
        pool.delete(half(id));
    }

    /** There while a raw disk is not made to its end. */
    private static String half(ResourceId id) {
        return id.value() + ".base.qcow2";
    }

    /** For a machine without a first disk; further ones are kept if they are there. */
    void make(ResourceId id, VirtualMachineConfig config, BaseImage image) {
        long bytes = config.diskGB() * GIB;
        if (config.effectiveDiskFormat() == DiskFormat.RAW) {
            String overlay = half(id);
            pool.createOverlay(overlay, image, image.diskBytes());
            pool.createCopy(DiskPool.disk(id, DiskFormat.RAW), overlay, bytes);
            pool.delete(overlay);
            pool.grow(DiskPool.disk(id, DiskFormat.RAW), bytes);
        } else {
            pool.createOverlay(DiskPool.disk(id), image, bytes);
        }
        if (!config.disks().isEmpty()) {
            keepFurther(id, config);
        }
    }

    /** Throws before anything is changed when they cannot become what is asked for. */
    void requireGrowth(ResourceId id, VirtualMachineConfig config) {
        var there = pool.volumes(id.value() + ".");
        var wanted = wanted(id, config);
        for (var volume : there) {
            String kin = volume.substring(0, volume.lastIndexOf('.') + 1);
            boolean other =
                    wanted.keySet().stream()
                            .anyMatch(name -> name.startsWith(kin) && !name.equals(volume));
            if (other) {
                throw DriverException.permanent(
                        DISK_FORMAT_FIXED, "a disk keeps the format that it was made in");
            }
            if (wanted.containsKey(volume)) {
                requireRoom(wanted.get(volume), pool.diskBytes(volume).orElse(0L));
            }
        }
    }

    static void requireRoom(long diskGB, long least) {
        if (diskGB * GIB < least) {
            throw DriverException.permanent(
                    DISK_TOO_SMALL,
                    "the disk would have %d GB, but has or needs %d GB; disks only grow"
                            .formatted(diskGB, (least + GIB - 1) / GIB));
        }
    }

    /**
     * Grows what is kept, makes what is new, and then removes what nobody names any more: where
     * there is no room for the new, nothing is lost.
     */
    void keep(ResourceId id, VirtualMachineConfig config) {
        pool.grow(DiskPool.disk(id, config.effectiveDiskFormat()), config.diskGB() * GIB);
        keepFurther(id, config);
    }

    private void keepFurther(ResourceId id, VirtualMachineConfig config) {
        var wanted = wanted(id, config);
        var there = pool.volumes(id.value() + DATA);
        for (var disk : config.disks()) {
            if (there.contains(volume(id, disk))) {
                pool.grow(volume(id, disk), disk.sizeGB() * GIB);
            } else {
                add(id, disk);
            }
        }
        there.stream().filter(volume -> !wanted.containsKey(volume)).forEach(pool::delete);
    }

    private void add(ResourceId id, DataDisk disk) {
        pool.createEmpty(volume(id, disk), disk.effectiveFormat(), disk.sizeGB() * GIB);
    }

    private static Map<String, Long> wanted(ResourceId id, VirtualMachineConfig config) {
        var wanted = new LinkedHashMap<String, Long>();
        wanted.put(DiskPool.disk(id, config.effectiveDiskFormat()), config.diskGB());
        config.disks().forEach(disk -> wanted.put(volume(id, disk), disk.sizeGB()));
        return wanted;
    }

    static String volume(ResourceId id, DataDisk disk) {
        return id.value() + DATA + disk.name() + "." + disk.effectiveFormat().wire();
    }
}
