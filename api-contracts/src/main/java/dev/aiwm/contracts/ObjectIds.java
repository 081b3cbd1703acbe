package dev.aiwm.contracts;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ids in ObjectId form: seconds, a random part of this process, a counter; so that they sort by
 * age.
 */
final class ObjectIds {
    private static final int LENGTH = 24;
    private static final int AGE = 8;
    private static final long PROCESS = new SecureRandom().nextLong() & 0xFF_FFFF_FFFFL;
    private static final AtomicInteger COUNTER = new AtomicInteger(new SecureRandom().nextInt());

    private ObjectIds() {}

    static String next() {
        var hex = HexFormat.of();
        long seconds = System.currentTimeMillis() / 1000;
        return hex.toHexDigits(seconds, 8)
                + hex.toHexDigits(PROCESS, 10)
                + hex.toHexDigits(COUNTER.getAndIncrement() & 0xFF_FFFF, 6);
    }

    /**
     * The id of something that another thing leads to: always the same, so that whoever makes it
     * again makes no second one; and of the other's age.
     */
    static String derived(String from, String part) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest((from + '/' + part).getBytes(StandardCharsets.UTF_8));
            return from.substring(0, AGE) + HexFormat.of().formatHex(hash, 0, (LENGTH - AGE) / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void requireValid(String value, String type) {
        requireNonNull(value, "value is null");
        boolean valid = value.length() == LENGTH;
        for (int i = 0; valid && i < LENGTH; i++) {
            valid = HexFormat.isHexDigit(value.charAt(i));
        }
        if (!valid) {
            throw new IllegalArgumentException(type + " must be 24 hex digits: '" + value + "'");
        }
    }
}
