package dev.aiwm.query.proof;

import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.CheckpointKeys;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** An Ed25519 key pair that is derived from a secret text. */
final class SigningKey {
    private static final String ALGORITHM = "Ed25519";

    private final KeyPair pair;
    private final String publicKey;

    SigningKey(String secret) {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            byte[] seed =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("aiwm proof key " + secret).getBytes(StandardCharsets.UTF_8));
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the proof key cannot be used", e);
        }
        publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** X.509 in Base64. */
    String publicKey() {
        return publicKey;
    }

    String id() {
        return CheckpointKeys.idOf(publicKey);
    }

    Checkpoint sign(Checkpoint unsigned) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(unsigned.signedBytes());
            return unsigned.signed(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a checkpoint", e);
        }
    }

    /** Ed25519 makes its private key of 32 random bytes: these. The JDK has no other way in. */
    private static final class Seed extends SecureRandom {
        @Serial private static final long serialVersionUID = 1;
        private final byte[] bytes;

        private Seed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            if (target.length != bytes.length) {
                throw new IllegalStateException("asked for " + target.length + " bytes");
            }
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
