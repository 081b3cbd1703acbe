package dev.aiwm.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What a process holds. */
final class Heap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final long KILOBYTE = 1024;

    private Heap() {}

    /** Objects of a Java process that something still refers to; some go with a later look only. */
    static long liveKB(long pid, int looks) throws IOException, InterruptedException {
        for (int i = 1; i < looks; i++) {
            var unused = look(pid);
            TimeUnit.SECONDS.sleep(1);
        }
        return look(pid);
    }

    private static long look(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process =
                new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var total = TOTAL.matcher(output);
        if (!total.find()) {
            throw new IllegalStateException(output);
        }
        return Long.parseLong(total.group(1)) / KILOBYTE;
    }

    /** Memory of the machine that a process occupies. */
    static long residentKB(long pid) throws IOException {
        var found = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
        if (!found.find()) {
            throw new IllegalStateException("no resident memory of " + pid);
        }
        return Long.parseLong(found.group(1));
    }
}
