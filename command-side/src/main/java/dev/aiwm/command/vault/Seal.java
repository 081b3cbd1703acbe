package dev.aiwm.command.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;

import org.springframework.util.function.SingletonSupplier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with the master key. What is sealed is bound to its context: it opens only where it was
 * meant to be.
 */
public final class Seal {
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final String HMAC = "HmacSHA256";

    private final List<String> masterKeys;
    private final SingletonSupplier<Aead> aead = SingletonSupplier.of(this::newAead);

    Seal(List<String> masterKeys) {
        this.masterKeys = List.copyOf(masterKeys);
    }

    public byte[] close(byte[] plain, String context) {
        try {
            return aead.obtain().encrypt(plain, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /**
     * @throws IllegalStateException when it was sealed with another key, for another context, or is
     *     damaged
     */
    public byte[] open(byte[] sealed, String context) {
        try {
            return aead.obtain().decrypt(sealed, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt: another master key, or damaged", e);
        }
    }

    /** A keyed hash: equal for equal content, and nobody without the key can try contents out. */
    public String fingerprint(String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(derive(masterKeys.get(0), "fingerprint " + purpose), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hash", e);
        }
    }

    private Aead newAead() {
        try {
            AeadConfig.register();
            KeysetHandle.Builder keys = KeysetHandle.newBuilder();
            for (int i = 0; i < masterKeys.size(); i++) {
                var entry = KeysetHandle.importKey(keyFrom(masterKeys.get(i)));
                keys.addEntry(i == 0 ? entry.makePrimary() : entry);
            }
            return keys.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key cannot be used", e);
        }
    }

    /** The id in front of what is sealed comes from the key, so that it says which key opens it. */
    @AccessesPartialKey
    private static AesGcmKey keyFrom(String masterKey) throws GeneralSecurityException {
        byte[] id = derive(masterKey, "key id");
        return AesGcmKey.builder()
                .setParameters(
                        AesGcmParameters.builder()
                                .setKeySizeBytes(KEY_BYTES)
                                .setIvSizeBytes(IV_BYTES)
                                .setTagSizeBytes(TAG_BYTES)
                                .setVariant(AesGcmParameters.Variant.TINK)
                                .build())
                .setKeyBytes(
                        SecretBytes.copyFrom(
                                derive(masterKey, "encryption"), InsecureSecretKeyAccess.get()))
                .setIdRequirement(ByteBuffer.wrap(id).getInt())
                .build();
    }

    private static byte[] derive(String masterKey, String purpose) throws GeneralSecurityException {
        return Hkdf.computeHkdf(
                HMAC, bytes(masterKey), new byte[0], bytes("aiwm " + purpose), KEY_BYTES);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
