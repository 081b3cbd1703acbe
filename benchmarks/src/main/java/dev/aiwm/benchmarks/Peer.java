package dev.aiwm.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of others, run to their end. */
final class Peer {
    private static final int PATIENCE_SECONDS = 60;

    private Peer() {}

    static boolean isThere(String program) {
        try {
            tell("sh", "-c", "command -v " + program);
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What it says; an end with a fault is one here. */
    static String tell(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(List.of(command) + ": " + said);
        }
        return said.strip();
    }
}
