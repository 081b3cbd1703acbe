package dev.aiwm.nodeagent;

import dev.aiwm.contracts.node.OsInfo;
import dev.aiwm.nodeagent.driver.HostFacts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import oshi.SystemInfo;
import oshi.software.os.FileSystem;
import oshi.software.os.OSFileStore;

import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Collection;
import java.util.LinkedHashMap;

/** The machine that the agent runs on; loaded only where no engine stands for one of its own. */
final class ThisMachine {
    static final long MB = 1024L * 1024;
    private static final long GB = 1024L * MB;

    /** A file that is looked into as if it were a disk. */
    private static final String IMAGE = "/dev/loop";

    /** An address for documentation, which is nobody's. */
    private static final String SOMEWHERE_ELSE = "192.0.2.1";

    private static final int ANY_PORT = 9;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Logger log = LoggerFactory.getLogger(ThisMachine.class);

    private ThisMachine() {}

    static HostFacts facts() {
        var system = new SystemInfo();
        var hardware = system.getHardware();
        var os = system.getOperatingSystem();
        var version = os.getVersionInfo();
        return new HostFacts(
                os.getNetworkParams().getHostName(),
                address(),
                new OsInfo(
                        os.getFamily(),
                        version.getVersion(),
                        version.getBuildNumber(),
                        System.getProperty("os.arch")),
                hardware.getProcessor().getLogicalProcessorCount(),
                hardware.getProcessor().getProcessorIdentifier().getName(),
                hardware.getMemory().getTotal() / MB,
                disk(os.getFileSystem(), false));
    }

    /** The address that others reach it at: the one it would itself call others from. */
    static String address() {
        try (var socket = new DatagramSocket()) {
            // chooses a way without sending anything
            socket.connect(new InetSocketAddress(SOMEWHERE_ELSE, ANY_PORT));
            var chosen = socket.getLocalAddress();
            if (chosen != null && !chosen.isAnyLocalAddress()) {
                return chosen.getHostAddress();
            }
        } catch (SocketException | UncheckedIOException e) {
            log.debug("there is no way out of this machine", e);
        }
        return LOOPBACK;
    }

    static long disk(FileSystem files, boolean used) {
        return disks(files).stream()
                        .mapToLong(
                                store ->
                                        store.getTotalSpace() - (used ? store.getUsableSpace() : 0))
                        .sum()
                / GB;
    }

    /**
     * Every disk once, however often it is mounted: engines mount theirs again for each object, and
     * memory that looks like a disk is none.
     */
    static Collection<OSFileStore> disks(FileSystem files) {
        var disks = new LinkedHashMap<String, OSFileStore>();
        for (var store : files.getFileStores(true)) {
            if (store.getVolume().startsWith("/dev/") && !store.getVolume().startsWith(IMAGE)) {
                disks.putIfAbsent(store.getVolume(), store);
            }
        }
        return disks.values();
    }
}
