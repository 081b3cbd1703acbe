package dev.aiwm.web.identity;

import dev.aiwm.web.defaults.WrongSetting;
import dev.aiwm.web.files.PrivateFile;

import org.springframework.core.env.Environment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that user tokens are signed with. */
final class TokenKey {
    static final String PROPERTY = "aiwm.jwt-secret";
    private static final String FILE = "jwt-secret";
    private static final int MIN_BYTES = 32;

    private TokenKey() {}

    /**
     * The configured secret. Only the embedded set-up, which is one process, may make one for
     * itself: elsewhere each process would make its own and none would believe another's tokens.
     */
    static SecretKey of(Environment environment) {
        String configured = environment.getProperty(PROPERTY);
        if (configured != null && !configured.isBlank()) {
            return key(configured.strip());
        }
        String store = environment.getProperty("aiwm.store", "");
        if (!store.isBlank() && !store.equalsIgnoreCase("embedded")) {
            throw new WrongSetting(
                    "JWT_SECRET is not set (or aiwm.jwt-secret): user tokens cannot be checked");
        }
        var file = new PrivateFile(Path.of(environment.getProperty("aiwm.data", "data"), FILE));
        return key(
                new String(file.readOrMake(TokenKey::random), StandardCharsets.US_ASCII).strip());
    }

    private static byte[] random() {
        var bytes = new byte[MIN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
    }

    private static SecretKey key(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_BYTES) {
            throw new WrongSetting(
                    "JWT_SECRET must have at least " + MIN_BYTES + " bytes, as HS256 demands");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
