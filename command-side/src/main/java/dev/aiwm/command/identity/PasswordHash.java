package dev.aiwm.command.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password that can be recognised but not read: PBKDF2 with a salt of its own. */
final class PasswordHash {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ROUNDS = 210_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final int PARTS = 4;

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(String password) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(ROUNDS, salt, derive(password, salt, ROUNDS));
    }

    static PasswordHash parse(byte[] stored) {
        String[] parts = new String(stored, StandardCharsets.US_ASCII).strip().split(":", -1);
        if (parts.length != PARTS || !parts[0].equals(ALGORITHM)) {
            throw new IllegalStateException("the stored password hash is damaged");
        }
        var hex = HexFormat.of();
        return new PasswordHash(
                Integer.parseInt(parts[1]), hex.parseHex(parts[2]), hex.parseHex(parts[3]));
    }

    byte[] toBytes() {
        var hex = HexFormat.of();
        String text =
                ALGORITHM + ":" + rounds + ":" + hex.formatHex(salt) + ":" + hex.formatHex(hash);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, salt, rounds));
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hash a password", e);
        } finally {
            spec.clearPassword();
        }
    }
}
