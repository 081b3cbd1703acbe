package dev.aiwm.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The client as the launcher starts it: its jar, with an archive of the classes that it needs. */
final class PackagedClient {
    static final List<String> COMMAND = command();

    private PackagedClient() {}

    private static List<String> command() {
        Path jar = Repository.file("cli/target/cli-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            return java("-cp", System.getProperty("java.class.path"), "dev.aiwm.cli.Main");
        }
        return java(
                "-XX:SharedArchiveFile=" + archive(jar), "-Xshare:auto", "-jar", jar.toString());
    }

    private static Path archive(Path jar) {
        try {
            Path archive = Files.createTempDirectory("aiwm-client").resolve("classes.jsa");
            archive.getParent().toFile().deleteOnExit();
            archive.toFile().deleteOnExit();
            var writing =
                    java(
                            "-XX:ArchiveClassesAtExit=" + archive,
                            "-cp",
                            jar.toString(),
                            "dev.aiwm.cli.Rehearsal");
            new ProcessBuilder(writing)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(1, TimeUnit.MINUTES);
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> java(String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        command.addAll(List.of(words));
        return List.copyOf(command);
    }
}
