package dev.aiwm.query.portal;

import org.springframework.core.io.Resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of contents; files on the class path do not change while the program runs. */
final class ContentTags {
    private static final int BYTES = 12;
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private ContentTags() {}

    static String of(Resource resource) {
        return KNOWN.computeIfAbsent(resource.getDescription(), key -> hash(resource));
    }

    private static String hash(Resource resource) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(resource.getContentAsByteArray());
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
