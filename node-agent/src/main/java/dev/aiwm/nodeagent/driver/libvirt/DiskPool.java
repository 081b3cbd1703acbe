package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.config.DiskFormat;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.libvirt.images.BaseImage;

import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.StoragePool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The folder of the machines' disks, in the care of libvirt. Every file of a resource begins with
 * its id, so that what was made for it can be found without the machine.
 */
final class DiskPool {
    private static final String CONSOLE_LOG = ".console.log";
    private static final long LEAST_FREE = 256L << 20;

    /** A raw disk is copied whole, which may take minutes. */
    private static final Duration UNTIL_AT_REST = Duration.ofMinutes(1);

    private static final long BETWEEN_LOOKS_MILLIS = 20;

    /** Something to do with the pool. */
    @FunctionalInterface
    private interface Verb<T> {
        T on(Connect connect, StoragePool pool) throws LibvirtException;
    }

    private final LibvirtConnection connection;
    private final NativeConnection nativeConnection;
    private final PoolPlace place;

    DiskPool(
            LibvirtConnection connection,
            NativeConnection nativeConnection,
            String name,
            Path folder) {
        this.connection = connection;
        this.nativeConnection = nativeConnection;
        place = new PoolPlace(name, folder);
    }

    static String disk(ResourceId resourceId) {
        return disk(resourceId, DiskFormat.QCOW2);
    }

    static String disk(ResourceId resourceId, DiskFormat format) {
        return resourceId.value() + ".root." + format.wire();
    }

    static String seed(ResourceId resourceId) {
        return resourceId.value() + ".seed.iso";
    }

    String path(String volume) {
        return place.folder().resolve(volume).toString();
    }

    String consoleLog(ResourceId resourceId) {
        return path(resourceId.value() + CONSOLE_LOG);
    }

    /** How large the disk is that a volume is the content of; empty when there is none. */
    Optional<Long> diskBytes(String volume) {
        return inPool(
                "look at " + volume,
                (connect, pool) -> {
                    var found = Volumes.find(pool, volume);
                    if (found == null) {
                        return Optional.empty();
                    }
                    try {
                        return Optional.of(found.getInfo().capacity);
                    } finally {
                        found.free();
                    }
                });
    }

    /** The name of the image that a disk holds the changes to; empty when that is not known. */
    Optional<String> image(String volume) {
        return inPool(
                "look at " + volume,
                (connect, pool) -> {
                    var found = pool.storageVolLookupByName(volume);
                    try {
                        return StorageXml.image(found.getXMLDesc(0));
                    } finally {
                        found.free();
                    }
                });
    }

    /** Whether the machine ran at some time. */
    boolean hasConsoleLog(ResourceId resourceId) {
        String prefix = resourceId.value() + CONSOLE_LOG;
        return volumes(prefix).contains(prefix);
    }

    /** A disk that holds what the image holds, and only its own changes. */
    void createOverlay(String volume, BaseImage base, long bytes) {
        create(volume, StorageXml.overlay(volume, bytes, base));
    }

    /** A disk with nothing on it. */
    void createEmpty(String volume, DiskFormat format, long bytes) {
        create(volume, StorageXml.empty(volume, format, bytes));
    }

    private void create(String volume, String xml) {
        inPool(
                "make the disk " + volume,
                (connect, pool) -> {
                    requireRoom(pool, LEAST_FREE);
                    return pool.storageVolCreateXML(xml, 0).free();
                });
    }

    /** A raw disk that holds all that another of the pool holds. */
    void createCopy(String volume, String of, long bytes) {
        String xml = StorageXml.empty(volume, DiskFormat.RAW, bytes);
        inPool(
                "make the disk " + volume,
                (connect, pool) -> {
                    var source = pool.storageVolLookupByName(of);
                    try {
                        return pool.storageVolCreateXMLFrom(xml, source, 0).free();
                    } finally {
                        source.free();
                    }
                });
    }

    /** What there is whose name begins so; waits while disks of others are being made. */
    List<String> volumes(String prefix) {
        long end = System.nanoTime() + UNTIL_AT_REST.toNanos();
        while (!inPool("look at the disks", (connect, pool) -> Volumes.refresh(pool))) {
            if (System.nanoTime() > end) {
                throw DriverException.retryable(
                        Failures.BUSY, "libvirt is still making disks in its pool " + place.name());
            }
            rest();
        }
        return nativeConnection
                .volumes(place.name())
                .orElseThrow(
                        () ->
                                DriverException.retryable(
                                        Failures.ENGINE_DOWN,
                                        "libvirt does not tell of its pool " + place.name()))
                .stream()
                .filter(volume -> volume.startsWith(prefix))
                .sorted()
                .toList();
    }

    private static void rest() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
    }

    void delete(String volume) {
        inPool(
                "remove the disk " + volume,
                (connect, pool) -> {
                    Volumes.delete(pool, volume);
                    return null;
                });
    }

    void grow(String volume, long bytes) {
        inPool(
                "grow the disk " + volume,
                (connect, pool) -> {
                    var found = pool.storageVolLookupByName(volume);
                    try {
                        return found.getInfo().capacity < bytes ? found.resize(bytes, 0) : 0;
                    } finally {
                        found.free();
                    }
                });
    }

    /** A file with these bytes, in place of one by that name. */
    void put(String volume, byte[] content) {
        inPool(
                "write " + volume,
                (connect, pool) -> {
                    requireRoom(pool, LEAST_FREE);
                    Volumes.put(connect, pool, volume, content);
                    return null;
                });
    }

    /** What such a file holds; empty when there is none. */
    Optional<byte[]> read(String volume) {
        return inPool("read " + volume, (connect, pool) -> Volumes.content(connect, pool, volume));
    }

    /** Everything that was made for a resource. */
    void deleteAll(ResourceId resourceId) {
        volumes(resourceId.value() + ".").forEach(this::delete);
    }

    private <T> T inPool(String doing, Verb<T> verb) {
        return connection.call(
                doing,
                connect -> {
                    var pool = place.open(connect);
                    try {
                        return verb.on(connect, pool);
                    } finally {
                        pool.free();
                    }
                });
    }

    /** Throws when there is no room for so many bytes; what others left meanwhile counts. */
    void requireRoom(long bytes) {
        inPool(
                "look for room",
                (connect, pool) -> {
                    Volumes.refresh(pool);
                    requireRoom(pool, bytes + LEAST_FREE);
                    return null;
                });
    }

    private static void requireRoom(StoragePool pool, long least) throws LibvirtException {
        if (pool.getInfo().available < least) {
            throw DriverException.permanent(
                    Failures.POOL_FULL,
                    "the disk of this node is full: less than %d MB are free in its pool %s"
                            .formatted(least >> 20, pool.getName()));
        }
    }
}
