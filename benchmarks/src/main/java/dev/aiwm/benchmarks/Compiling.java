package dev.aiwm.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * The optimizing compiler of a Java process, which takes a core for the first minutes of a load. A
 * small size of a benchmark ends before it does, the size of the definition does not.
 */
final class Compiling {
    private static final String COMPILER = "C2 CompilerThre";
    private static final double SHARE_AT_REST = 0.15;
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private Compiling() {}

    /** Repeats the work until the compiler of the process takes little of its time. */
    static void untilAtRest(long pid, int most, Callable<?> work) throws Exception {
        for (int i = 0; i < most; i++) {
            double compiled = seconds(pid);
            long start = System.nanoTime();
            work.call();
            double passed = (System.nanoTime() - start) / 1e9;
            if (seconds(pid) - compiled < SHARE_AT_REST * passed) {
                return;
            }
        }
    }

    /** What the compiler has used of the processor; nothing where the system does not say. */
    private static double seconds(long pid) throws IOException {
        Path tasks = Path.of("/proc", Long.toString(pid), "task");
        if (!Files.isDirectory(tasks)) {
            return 0;
        }
        double ticks = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                ticks += ticks(thread);
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static double ticks(Path thread) {
        try {
            if (!Files.readString(thread.resolve("comm")).strip().equals(COMPILER)) {
                return 0;
            }
            String status = Files.readString(thread.resolve("stat"));
            String[] after = status.substring(status.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(after[USER_TICKS]) + Long.parseLong(after[SYSTEM_TICKS]);
        } catch (IOException e) {
            return 0; // it has ended meanwhile
        }
    }
}
