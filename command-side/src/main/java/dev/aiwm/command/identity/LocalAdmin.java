package dev.aiwm.command.identity;

import dev.aiwm.support.store.StoreKind;
import dev.aiwm.web.files.PrivateFile;
import dev.aiwm.web.identity.Caller;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one local user. Its password is {@code AIWM_ADMIN_PASSWORD}; the embedded set-up makes one at
 * its first start and keeps nothing but a hash of it.
 */
@Component
public class LocalAdmin {
    /** How the user logs in. */
    public static final String NAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(LocalAdmin.class);
    private static final String PROPERTY = "aiwm.admin-password";
    private static final String FILE = "admin-password";
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    /** Who the user is once let in; what a process sets up for itself belongs to it too. */
    public static final Caller CALLER =
            new Caller(
                    "000000000000000000000001", "000000000000000000000001", Set.of(Caller.ADMIN));

    private final byte[] configured;
    private final PasswordHash stored;
    private final AtomicReference<String> made = new AtomicReference<>();

    LocalAdmin(Environment environment) {
        String password = environment.getProperty(PROPERTY, "");
        configured = password.isBlank() ? null : digest(password);
        stored = configured == null ? storedIn(environment) : null;
        if (configured == null && stored == null) {
            LOG.warn("AIWM_ADMIN_PASSWORD is not set: nobody can log in with a password");
        }
    }

    private PasswordHash storedIn(Environment environment) {
        if (StoreKind.of(environment) != StoreKind.EMBEDDED) {
            return null;
        }
        var file = new PrivateFile(Path.of(environment.getProperty("aiwm.data", "data"), FILE));
        return PasswordHash.parse(
                file.readOrMake(
                        () -> {
                            String fresh = random();
                            made.set(fresh);
                            return PasswordHash.of(fresh).toBytes();
                        }));
    }

    /**
     * The password that this start has made, to be shown to whoever started the program. It is
     * given out once and then forgotten; at later starts there is none.
     */
    public Optional<String> takeNewPassword() {
        return Optional.ofNullable(made.getAndSet(null));
    }

    /** Who has this name and password; takes the same time whatever is wrong. */
    Optional<Caller> recognise(String name, String password) {
        boolean right =
                configured != null
                        ? MessageDigest.isEqual(configured, digest(password))
                        : stored != null && stored.matches(password);
        return right && NAME.equals(name) ? Optional.of(CALLER) : Optional.empty();
    }

    private static String random() {
        var random = new SecureRandom();
        var password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
