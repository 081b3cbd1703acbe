package dev.aiwm.nodeagent.driver.libvirt.seed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * The password hash of crypt(3) with the prefix {@code $6$}, which is what {@code /etc/shadow} of
 * every guest understands.
 */
final class Sha512Crypt {
    private static final String PREFIX = "$6$";
    private static final String ALPHABET =
            "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int SALT_LENGTH = 16;
    private static final int ROUNDS = 5_000;
    private static final int BLOCK = 64;
    private static final int BITS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sha512Crypt() {}

    /** Another hash at each call, as the salt is random. */
    static String hash(String password) {
        var salt = new StringBuilder();
        for (int i = 0; i < SALT_LENGTH; i++) {
            salt.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return hash(password, salt.toString());
    }

    static String hash(String password, String salt) {
        byte[] key = password.getBytes(UTF_8);
        byte[] grains = salt.getBytes(US_ASCII);
        byte[] digest = first(key, grains);
        byte[] keys = repeated(repeatedly(key, key.length), key.length);
        byte[] salts = repeated(repeatedly(grains, 16 + (digest[0] & 0xFF)), grains.length);
        for (int round = 0; round < ROUNDS; round++) {
            digest = round(round, digest, keys, salts);
        }
        return PREFIX + salt + "$" + encoded(digest);
    }

    private static byte[] first(byte[] key, byte[] salt) {
        var inner = sha512();
        inner.update(key);
        inner.update(salt);
        inner.update(key);
        byte[] other = inner.digest();
        var outer = sha512();
        outer.update(key);
        outer.update(salt);
        outer.update(repeated(other, key.length));
        for (int bits = key.length; bits > 0; bits >>= 1) {
            outer.update((bits & 1) == 0 ? key : other);
        }
        return outer.digest();
    }

    private static byte[] round(int round, byte[] digest, byte[] keys, byte[] salts) {
        var next = sha512();
        boolean odd = (round & 1) != 0;
        next.update(odd ? keys : digest);
        if (round % 3 != 0) {
            next.update(salts);
        }
        if (round % 7 != 0) {
            next.update(keys);
        }
        next.update(odd ? digest : keys);
        return next.digest();
    }

    private static byte[] repeatedly(byte[] what, int times) {
        var digest = sha512();
        for (int i = 0; i < times; i++) {
            digest.update(what);
        }
        return digest.digest();
    }

    private static byte[] repeated(byte[] what, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = what[i % BLOCK];
        }
        return bytes;
    }

    /** The format's own order of the bytes, three at a time, and its own alphabet. */
    private static String encoded(byte[] digest) {
        var text = new StringBuilder();
        int third = 21;
        for (int i = 0; i < third; i++) {
            int[] at = {i, i + third, i + 2 * third};
            int turn = i % 3;
            append(
                    text,
                    digest[at[turn]],
                    digest[at[(turn + 1) % 3]],
                    digest[at[(turn + 2) % 3]],
                    4);
        }
        append(text, (byte) 0, (byte) 0, digest[BLOCK - 1], 2);
        return text.toString();
    }

    private static void append(StringBuilder text, byte high, byte middle, byte low, int letters) {
        int bits = (high & 0xFF) << 16 | (middle & 0xFF) << 8 | low & 0xFF;
        for (int i = 0; i < letters; i++) {
            text.append(ALPHABET.charAt(bits & 0x3F));
            bits >>= BITS;
        }
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}
