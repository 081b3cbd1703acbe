package dev.aiwm.command.vault;

import dev.aiwm.support.store.StoreKind;
import dev.aiwm.web.defaults.WrongSetting;
import dev.aiwm.web.files.PrivateFile;

import org.springframework.core.env.Environment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Where the master keys come from: {@code AIWM_MASTER_KEY}, {@code AIWM_MASTER_KEY_FILE}, or a file
 * in the data folder that the embedded set-up makes for itself. Several keys, separated by commas,
 * are a rotation: the first encrypts, all decrypt.
 */
final class MasterKeys {
    private static final String KEY = "aiwm.master-key";
    private static final String KEY_FILE = "aiwm.master-key-file";
    private static final String MADE_FILE = "master-key";
    private static final int MIN_LENGTH = 32;

    private MasterKeys() {}

    /**
     * @throws WrongSetting when there is none: another key made up by each process could not read
     *     what the others wrote
     */
    static List<String> of(Environment environment) {
        String configured = environment.getProperty(KEY, "");
        if (!configured.isBlank()) {
            return parse(configured, "AIWM_MASTER_KEY");
        }
        String file = environment.getProperty(KEY_FILE, "");
        if (!file.isBlank()) {
            return parse(text(new PrivateFile(Path.of(file)).read()), file);
        }
        if (StoreKind.of(environment) != StoreKind.EMBEDDED) {
            throw new WrongSetting(
                    "AIWM_MASTER_KEY or AIWM_MASTER_KEY_FILE is not set: secrets cannot be kept");
        }
        var made = Path.of(environment.getProperty("aiwm.data", "data"), MADE_FILE);
        return parse(text(new PrivateFile(made).readOrMake(MasterKeys::random)), made.toString());
    }

    private static List<String> parse(String text, String source) {
        List<String> keys =
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(k -> !k.isEmpty())
                        .toList();
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length() < MIN_LENGTH)) {
            throw new WrongSetting(
                    source + " must hold keys of at least " + MIN_LENGTH + " characters each");
        }
        return keys;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] random() {
        var bytes = new byte[MIN_LENGTH];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
    }
}
