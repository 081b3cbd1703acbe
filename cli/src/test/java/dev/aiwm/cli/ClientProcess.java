package dev.aiwm.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The client in a process of its own, in the middle of a line of shell that calls it "$@". */
final class ClientProcess {
    private static final long PATIENCE_SECONDS = 60;

    /** How the line ended, and what came out of it. */
    record Ended(int code, String out, String err) {}

    private final Path folder;
    private final Map<String, String> environment;

    ClientProcess(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    Ended run(String shell, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", "-c", shell, "bash"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), "dev.aiwm.cli.Main"));
        command.addAll(List.of(words));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command);
        builder.environment().put("AIWM_CONFIG", folder.resolve("config.json").toString());
        builder.environment().putAll(environment);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        var process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("did not end: " + List.of(words));
        }
        return new Ended(process.exitValue(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
