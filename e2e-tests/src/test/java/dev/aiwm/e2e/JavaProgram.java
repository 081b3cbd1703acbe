package dev.aiwm.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A main class of the product in a process of its own, which can be killed without warning and
 * started again. What it prints is kept in a file, all its lives together.
 */
final class JavaProgram implements AutoCloseable {
    /** Beside the product's logger the tests' class path has that of the agent on its own. */
    private static final List<String> ONE_LOGGER =
            List.of(
                    "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider",
                    "-Dslf4j.internal.verbosity=ERROR");

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    JavaProgram(
            String heap,
            String mainClass,
            List<String> arguments,
            Map<String, String> environment,
            Path log) {
        this(heap, PackagedProgram.onClassPath(mainClass), environment, log);
        command.addAll(arguments);
    }

    /**
     * @param program further options of the JVM, the main class or jar, and arguments
     */
    JavaProgram(String heap, List<String> program, Map<String, String> environment, Path log) {
        command.addAll(java(heap));
        command.addAll(ONE_LOGGER);
        command.addAll(program);
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /** A JVM that starts fast and stays small. */
    static List<String> java(String heap) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + heap);
    }

    /** Starts the process without waiting for anything. */
    void launch() {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.getParent());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("ended: " + output());
        }
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9}: no shutdown hook runs, nothing is flushed by the program. */
    void kill() {
        var dying = process;
        dying.destroyForcibly();
        await(dying);
    }

    /** As Ctrl-C. Answers the exit status. */
    int stop() {
        process.destroy();
        return await(process);
    }

    Path log() {
        return log;
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int await(Process dying) {
        try {
            if (!dying.waitFor(1, MINUTES)) {
                dying.destroyForcibly();
                throw new IllegalStateException("did not end within a minute");
            }
            return dying.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
    }
}
