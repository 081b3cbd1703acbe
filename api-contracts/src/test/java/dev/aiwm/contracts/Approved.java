package dev.aiwm.contracts;

import org.axonframework.serialization.Revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JSON that was agreed on, one file for each type and revision. Missing ones are written only
 * with {@code -Dapproved.write=true}; a file that exists is never touched.
 */
final class Approved {
    private static final Path FOLDER = Path.of("src", "test", "resources", "approved");
    private static final boolean WRITE = Boolean.getBoolean("approved.write");

    private Approved() {}

    static Path fileOf(Class<?> type) {
        return folder().resolve(groupOf(type)).resolve(nameOf(type));
    }

    /** The agreed JSON; fails when there is none. */
    static String read(Class<?> type) {
        var file = fileOf(type);
        try {
            if (WRITE && Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, ContractJson.pretty(SampleValues.of(type)));
            }
            if (Files.notExists(file)) {
                throw new AssertionError(
                        "no approved JSON of %s: look at what -Dapproved.write=true writes to %s"
                                .formatted(type.getSimpleName(), file));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file that is there, of whatever revision. */
    static List<Path> all() {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        var here = Path.of("").toAbsolutePath();
        return here.endsWith("api-contracts")
                ? here.resolve(FOLDER)
                : here.resolve("api-contracts").resolve(FOLDER);
    }

    private static String groupOf(Class<?> type) {
        String name = type.getPackageName();
        return name.substring(Approved.class.getPackageName().length() + 1).replace('.', '/');
    }

    private static String nameOf(Class<?> type) {
        var revision = type.getAnnotation(Revision.class);
        return "%s.v%s.json"
                .formatted(type.getSimpleName(), revision == null ? "1" : revision.value());
    }
}
