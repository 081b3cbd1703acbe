package dev.aiwm.nodeagent;

import dev.aiwm.contracts.protocol.DiskSample;
import dev.aiwm.contracts.protocol.HostSample;

import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.software.os.OSFileStore;

import java.util.List;
import java.util.Set;

/**
 * Measures the machine that the agent runs on; loaded only where no engine stands for one of its
 * own. How busy the processors are is told between two measurements, so the first does not know.
 */
final class MachineMeter {
    private static final double PERCENT = 100.0;
    private static final double TENTHS = 10.0;

    private static final Set<String> DISCS = Set.of("iso9660", "udf", "squashfs");

    private long[] ticks;

    HostSample sample() {
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
                busy(hardware.getProcessor()),
                (memory.getTotal() - memory.getAvailable()) / ThisMachine.MB,
                memory.getTotal() / ThisMachine.MB,
                ThisMachine.disk(files, true),
                ThisMachine.disk(files, false),
                received,
                sent);
    }

    /** Those that can be written to: a disc is full from its first day. */
    List<DiskSample> disks() {
        var files = new SystemInfo().getOperatingSystem().getFileSystem();
        return ThisMachine.disks(files).stream()
                .filter(disk -> disk.getTotalSpace() > 0 && !DISCS.contains(disk.getType()))
                .map(MachineMeter::disk)
                .toList();
    }

    private static DiskSample disk(OSFileStore disk) {
        return new DiskSample(
                disk.getMount(),
                (disk.getTotalSpace() - disk.getUsableSpace()) / ThisMachine.MB,
                disk.getTotalSpace() / ThisMachine.MB);
    }

    private synchronized Double busy(CentralProcessor processor) {
        long[] before = ticks;
        ticks = processor.getSystemCpuLoadTicks();
        if (before == null) {
            return null;
        }
        double load = processor.getSystemCpuLoadBetweenTicks(before, ticks);
        return load < 0 ? null : Math.round(load * PERCENT * TENTHS) / TENTHS;
    }
}
