package dev.aiwm.nodeagent.driver.docker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of the machine to its end. */
final class Command {
    private static final long PATIENCE_SECONDS = 60;

    private Command() {}

    /** What it says on both streams, and how it ended. */
    record Result(int status, String text) {
        String orFail() {
            if (status != 0) {
                throw new AssertionError("ended with " + status + ": " + text);
            }
            return text;
        }
    }

    static Result run(List<String> words) {
        try {
            var output = Files.createTempFile("command", ".txt");
            try {
                var process =
                        new ProcessBuilder(words)
                                .redirectErrorStream(true)
                                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                                .redirectOutput(output.toFile())
                                .start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("does not end: " + words);
                }
                return new Result(process.exitValue(), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static File nothing() {
        return new File("/dev/null");
    }
}
