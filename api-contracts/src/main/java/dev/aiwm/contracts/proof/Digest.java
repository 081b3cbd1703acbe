package dev.aiwm.contracts.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of fields that cannot run into each other. */
final class Digest {
    static final HexFormat HEX = HexFormat.of();
    private static final int NOTHING = -1;

    private final MessageDigest sha = sha256();

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Digest field(String text) {
        if (text == null) {
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, NOTHING));
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        sha.update(bytes);
        return this;
    }

    Digest raw(int prefix) {
        sha.update((byte) prefix);
        return this;
    }

    Digest raw(String hash) {
        sha.update(HEX.parseHex(hash));
        return this;
    }

    String hex() {
        return HEX.formatHex(sha.digest());
    }
}
