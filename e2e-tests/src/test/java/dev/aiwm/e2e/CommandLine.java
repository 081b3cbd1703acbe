package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The program {@code aiwm} with a configuration of its own. */
final class CommandLine {
    private static final long PATIENCE_SECONDS = 120;
    private static final List<String> CLIENT = client();

    private final AtomicInteger runs = new AtomicInteger();
    private final Path folder;
    private final Map<String, String> environment;

    CommandLine(Path folder, String url) {
        this.folder = folder;
        this.environment =
                Map.of("AIWM_CONFIG", folder.resolve("config.json").toString(), "AIWM_SERVER", url);
    }

    /** How a verb ended. */
    record Ended(int code, String out, String err) {
        Ended expect(int expected) {
            assertThat(code).as(() -> "exit code; " + out + err).isEqualTo(expected);
            return this;
        }
    }

    /** A verb that goes on until it is closed. */
    record Going(Process process, Path out) implements AutoCloseable {
        String output() {
            return textOf(out);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    Ended run(String... words) {
        return typing("", words);
    }

    /** The same words again until what they print is as it should be. */
    void eventually(Consumer<String> asItShouldBe, String... words) {
        Awaitility.await("aiwm " + String.join(" ", words))
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> asItShouldBe.accept(run(words).expect(0).out()));
    }

    Ended typing(String input, String... words) {
        var err = file("err");
        var going = begin(input, err, words);
        try {
            if (!going.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                going.close();
                throw new AssertionError("did not end: " + List.of(words) + textOf(err));
            }
            return new Ended(going.process().exitValue(), going.output(), textOf(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> client() {
        var command = new ArrayList<>(JavaProgram.java("128m"));
        command.addAll(PackagedProgram.options("cli", "dev.aiwm.cli.Main", CommandLine::rehearse));
        return List.copyOf(command);
    }

    private static void rehearse(List<String> options) {
        var command = new ArrayList<>(JavaProgram.java("128m"));
        command.addAll(options);
        command.add("dev.aiwm.cli.Rehearsal");
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(1, TimeUnit.MINUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Going begin(String... words) {
        return begin("", file("err"), words);
    }

    private Going begin(String input, Path err, String... words) {
        var out = file("out");
        var command = new ArrayList<>(CLIENT);
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        try {
            Files.createDirectories(folder);
            var process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            return new Going(process, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String kind) {
        return folder.resolve("aiwm-" + runs.incrementAndGet() + "." + kind);
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
