package dev.aiwm.testing;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An image of a real Linux, Debian's kernel for clouds and busybox, that says on its console what
 * its seed holds. Built once for each kernel and kept; see {@code build-rules/guest/build}.
 */
public final class SmallLinux {
    /** Where such a kernel is unpacked, when it is not installed. */
    private static final String KERNEL = "AIWM_TEST_KERNEL";

    private static final Path PROJECT = project();
    private static final Path SCRIPTS = PROJECT.resolve("build-rules/guest");
    private static final Path CACHE = PROJECT.resolve("target/small-linux");
    private static final PathMatcher CLOUD =
            FileSystems.getDefault().getPathMatcher("glob:**/vmlinuz-*-cloud-amd64");

    private SmallLinux() {}

    /** The folder of the whole build, which each module's tests run below. */
    private static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Skips the test without such a kernel, or fails it when libvirt is required. */
    public static synchronized Path image() {
        var root = Path.of(Optional.ofNullable(System.getenv(KERNEL)).orElse("/"));
        var kernel = kernel(root.resolve("boot"));
        if (kernel.isEmpty()) {
            String missing =
                    "no cloud kernel at " + root + ": apt-get install linux-image-cloud-amd64";
            if (Optional.ofNullable(System.getenv("AIWM_REQUIRE")).orElse("").contains("libvirt")) {
                fail(missing);
            }
            Assumptions.abort(missing);
        }
        try {
            var image = CACHE.resolve(kernel.get().getFileName() + "-" + version() + ".qcow2");
            if (!Files.exists(image)) {
                Files.createDirectories(CACHE);
                Virsh.run(
                        List.of(
                                SCRIPTS.resolve("build").toString(),
                                root.toString(),
                                image.toString()));
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> kernel(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(CLOUD::matches).max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Changed scripts make another image. */
    private static String version() throws IOException {
        int hash =
                31 * Files.readString(SCRIPTS.resolve("build")).hashCode()
                        + Files.readString(SCRIPTS.resolve("init")).hashCode();
        return Integer.toHexString(hash);
    }
}
