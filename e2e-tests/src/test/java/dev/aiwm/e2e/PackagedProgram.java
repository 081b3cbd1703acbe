package dev.aiwm.e2e;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The options with which a JVM runs a program of the product as the launcher does: from its jar,
 * with an archive of the classes that a rehearsal loaded. Where nothing is packaged it is run from
 * the class path of the tests.
 */
final class PackagedProgram {
    private PackagedProgram() {}

    /**
     * @param rehearsal runs a JVM with the options that it is given and a main class of its choice,
     *     which loads what the program usually needs, until it ends
     */
    static List<String> options(String module, String mainClass, Consumer<List<String>> rehearsal) {
        if (!isThere(module)) {
            return onClassPath(mainClass);
        }
        Path jar = jar(module);
        return List.of(
                "-XX:SharedArchiveFile=" + archive(module, jar, rehearsal),
                "-Xshare:auto",
                "-jar",
                jar.toString());
    }

    static boolean isThere(String module) {
        return Files.exists(jar(module));
    }

    private static Path jar(String module) {
        return Repository.file(module + "/target/" + module + "-0.1.0-SNAPSHOT.jar");
    }

    static List<String> onClassPath(String mainClass) {
        return List.of("-cp", System.getProperty("java.class.path"), mainClass);
    }

    /** One for all JVMs that run tests, written by the first of them. */
    private static Path archive(String module, Path jar, Consumer<List<String>> rehearsal) {
        Path folder = Repository.file("e2e-tests/target");
        Path archive = folder.resolve(module + ".jsa");
        try (var channel = FileChannel.open(folder.resolve(module + ".lock"), CREATE, WRITE);
                var lock = channel.lock()) {
            if (!Files.exists(archive)
                    || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar))
                            < 0) {
                Files.deleteIfExists(archive);
                rehearsal.accept(
                        List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", jar.toString()));
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
