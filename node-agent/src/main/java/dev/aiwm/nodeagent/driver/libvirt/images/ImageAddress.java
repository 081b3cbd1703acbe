package dev.aiwm.nodeagent.driver.libvirt.images;

import dev.aiwm.nodeagent.driver.DriverException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where an image can be fetched, and what its SHA-256 must be. */
record ImageAddress(URI uri, String sha256) {
    private static final String DIGEST = "[0-9a-f]{64}";

    /** Two words in a file, on one line or two. */
    static ImageAddress read(Path file) {
        try {
            String[] words = Files.readString(file).strip().split("\\s+", -1);
            if (words.length == 2) {
                var uri = URI.create(words[0]);
                String digest = words[1].toLowerCase(Locale.ROOT);
                if (uri.getHost() != null
                        && uri.getScheme().matches("https?")
                        && digest.matches(DIGEST)) {
                    return new ImageAddress(uri, digest);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw wrong(file, e);
        }
        throw wrong(file, null);
    }

    private static DriverException wrong(Path file, Exception cause) {
        return new DriverException(
                DriverException.Kind.PERMANENT,
                ImageStore.IMAGE_BROKEN,
                file + " does not hold a web address and a SHA-256 of 64 hex digits",
                cause);
    }
}
