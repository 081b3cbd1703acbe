package dev.aiwm.web.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys for other purposes than user tokens, all from the one configured secret. What is signed with
 * one is worth nothing where another is asked for, and none tells anything about the secret.
 */
public final class DerivedKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String CONTEXT = "aiwm key: ";

    private final SecretKey secret;

    public DerivedKeys(SecretKey secret) {
        this.secret = secret;
    }

    /** The same for the same purpose, in every process that has the same secret. */
    public SecretKey keyFor(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] derived = mac.doFinal((CONTEXT + purpose).getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(derived, ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
