package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.nodeagent.driver.DriverException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** There is no room left on the node: how that is recognised, and what a user is told. */
final class FullDisk {
    static final String CODE = "DISK_FULL";

    private static final Logger log = LoggerFactory.getLogger(FullDisk.class);
    private static final long MB = 1024L * 1024;
    private static final String ADVICE =
            "; remove images, containers or volumes that nobody needs, or give it more room, and try"
                    + " again";
    private static final List<String> PHRASES =
            List.of("no space left on device", "disk quota exceeded");

    private FullDisk() {}

    static boolean isIn(String said) {
        String words = String.valueOf(said).toLowerCase(Locale.ROOT);
        return PHRASES.stream().anyMatch(words::contains);
    }

    /** A folder of the node that a container was to see. */
    static DriverException at(Path folder, IOException cause) {
        return new DriverException(
                DriverException.Kind.RETRYABLE,
                CODE,
                "the disk of the node is full at " + folder + ADVICE,
                cause);
    }

    /**
     * The same with where the engine keeps everything, how much is free there, and what to do.
     *
     * @param folder asks the engine for its folder; not asked when the disk is not full
     */
    static DriverException explained(DriverException fault, Supplier<String> folder) {
        return CODE.equals(fault.code())
                ? new DriverException(
                        fault.kind(),
                        CODE,
                        fault.getMessage() + where(folder.get()),
                        fault.getCause())
                : fault;
    }

    private static String where(String folder) {
        if (folder == null) {
            return ADVICE;
        }
        var root = Path.of(folder);
        // where the agent cannot look it cannot tell
        return " at " + root + (Files.isDirectory(root) ? free(root) : "") + ADVICE;
    }

    private static String free(Path folder) {
        try {
            return ", where %d MB are free"
                    .formatted(Files.getFileStore(folder).getUsableSpace() / MB);
        } catch (IOException e) {
            log.debug("{} does not tell what is free", folder, e);
            return "";
        }
    }
}
