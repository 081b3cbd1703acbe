package dev.aiwm.nodeagent;

import dev.aiwm.contracts.node.OsInfo;
import dev.aiwm.contracts.protocol.HostSample;
import dev.aiwm.nodeagent.driver.HostFacts;

import oshi.SystemInfo;
import oshi.software.os.FileSystem;

import java.util.Arrays;

/** The machine that the agent runs on; loaded only where no engine stands for one of its own. */
final class ThisMachine {
    private static final long MB = 1024L * 1024;
    private static final long GB = 1024L * MB;

    private ThisMachine() {}

    static HostFacts facts() {
        var system = new SystemInfo();
        var hardware = system.getHardware();
        var os = system.getOperatingSystem();
        var version = os.getVersionInfo();
        return new HostFacts(
                os.getNetworkParams().getHostName(),
                hardware.getNetworkIFs().stream()
                        .flatMap(card -> Arrays.stream(card.getIPv4addr()))
                        .findFirst()
                        .orElse(null),
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

    static HostSample sample() {
        var system = new SystemInfo();
        var hardware = system.getHardware();
        var memory = hardware.getMemory();
        var files = system.getOperatingSystem().getFileSystem();
        long received = 0;
        long sent = 0;
        for (var card : hardware.getNetworkIFs()) {
            received += card.getBytesRecv();
            sent += card.getBytesSent();
        }
        return new HostSample(
                null,
                (memory.getTotal() - memory.getAvailable()) / MB,
                memory.getTotal() / MB,
                disk(files, true),
                disk(files, false),
                received,
                sent);
    }

    private static long disk(FileSystem files, boolean used) {
        return files.getFileStores(true).stream()
                        .mapToLong(
                                store ->
                                        store.getTotalSpace() - (used ? store.getUsableSpace() : 0))
                        .sum()
                / GB;
    }
}
