package dev.aiwm.command.vault;

import java.util.regex.Pattern;

/** Tells by its name, or by a password inside an address, that a variable holds a secret. */
final class SecretNames {
    private static final Pattern NAME =
            Pattern.compile(
                    "PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL"
                            + "|(API|ACCESS|PRIVATE|AUTH|SIGNING|ENCRYPTION|MASTER)[_-]?KEY"
                            + "|(?<!PUBLIC)(^|[_-])KEY$|(^|[_-])(PWD|CREDS)$|(?<!BY)PASS$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "://[^/@:\\s]*:[^/@\\s]+@"
                            + "|(^|[?&;,\\s])(password|passwd|pwd|token|secret|api_?key)"
                            + "\\s*=\\s*[^&;,\\s]",
                    Pattern.CASE_INSENSITIVE);

    private SecretNames() {}

    static boolean isSecret(String name, String value) {
        return NAME.matcher(name).find() || ADDRESS.matcher(value).find();
    }
}
