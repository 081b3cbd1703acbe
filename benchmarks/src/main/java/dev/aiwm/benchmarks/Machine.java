package dev.aiwm.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the figures were taken on.
 *
 * @param flushMillis median time to append 4 KiB to a file and have it on the disk
 */
record Machine(int cores, long memoryMB, String fileSystem, double flushMillis, String java) {
    private static final int FLUSHES = 200;
    private static final int BLOCK = 4096;
    private static final long MEGABYTE = 1L << 20;

    static Machine of(Path folder) throws IOException {
        Files.createDirectories(folder);
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() / MEGABYTE,
                Files.getFileStore(folder).type(),
                flush(folder),
                Runtime.version().toString());
    }

    private static double flush(Path folder) throws IOException {
        var latencies = new Latencies();
        Path file = Files.createTempFile(folder, "flush", ".bin");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var block = ByteBuffer.allocate(BLOCK);
            for (int i = 0; i < FLUSHES; i++) {
                block.clear();
                long start = System.nanoTime();
                channel.write(block);
                channel.force(false);
                latencies.add(System.nanoTime() - start);
            }
        } finally {
            Files.delete(file);
        }
        return latencies.percentile(0.5);
    }

    String text() {
        return "%d cores, %,d MB memory, %s, flush of 4 KiB %s ms, Java %s"
                .formatted(cores, memoryMB, fileSystem, Report.figure(flushMillis), java);
    }
}
