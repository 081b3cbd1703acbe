package dev.aiwm.contracts.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The public keys whose signatures are believed. */
public final class CheckpointKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_LENGTH = 16;

    private final Map<String, PublicKey> byId = new LinkedHashMap<>();
    private final List<String> texts;

    /**
     * @param texts each an X.509 SubjectPublicKeyInfo in Base64, with or without the lines of PEM
     * @throws IllegalArgumentException when one is no such key
     */
    public CheckpointKeys(Collection<String> texts) {
        this.texts = List.copyOf(texts);
        texts.forEach(text -> byId.put(idOf(text), parse(text)));
    }

    /** What checkpoints call a key. */
    public static String idOf(String text) {
        return new Digest()
                .field(Base64.getEncoder().encodeToString(encoded(text)))
                .hex()
                .substring(0, ID_LENGTH);
    }

    private static byte[] encoded(String text) {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static PublicKey parse(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(encoded(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key: " + text, e);
        }
    }

    public List<String> texts() {
        return texts;
    }

    public boolean believe(Checkpoint checkpoint) {
        PublicKey key = byId.get(checkpoint.keyId());
        if (key == null) {
            return false;
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(checkpoint.signedBytes());
            return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
