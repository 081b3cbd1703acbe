package dev.aiwm.query.proof;

import dev.aiwm.contracts.proof.CheckpointKeys;
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
 * The keys that checkpoints are signed with: {@code AIWM_PROOF_KEY} (or {@code
 * AIWM_PROOF_KEY_FILE}), or a file in the data folder that the embedded set-up makes for itself.
 * Several keys, separated by commas, are a rotation: the first signs, all are believed.
 */
final class ProofKeys {
    private static final String KEY = "aiwm.proof-key";
    private static final String MADE_FILE = "proof-key";
    private static final int MIN_LENGTH = 32;

    private final SigningKey signing;
    private final CheckpointKeys believed;

    ProofKeys(List<String> secrets) {
        List<SigningKey> keys = secrets.stream().map(SigningKey::new).toList();
        signing = keys.get(0);
        believed = new CheckpointKeys(keys.stream().map(SigningKey::publicKey).toList());
    }

    /**
     * @throws WrongSetting when there is none: what one process signs with a key of its own, others
     *     would not believe
     */
    static ProofKeys of(Environment environment) {
        String configured = environment.getProperty(KEY, "");
        if (!configured.isBlank()) {
            return new ProofKeys(parse(configured, "AIWM_PROOF_KEY"));
        }
        if (StoreKind.of(environment) != StoreKind.EMBEDDED) {
            throw new WrongSetting(
                    "AIWM_PROOF_KEY or AIWM_PROOF_KEY_FILE is not set: checkpoints of the log"
                            + " cannot be signed");
        }
        var made = Path.of(environment.getProperty("aiwm.data", "data"), MADE_FILE);
        byte[] content = new PrivateFile(made).readOrMake(ProofKeys::random);
        return new ProofKeys(parse(new String(content, StandardCharsets.UTF_8), made.toString()));
    }

    private static List<String> parse(String text, String source) {
        List<String> keys =
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .toList();
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length() < MIN_LENGTH)) {
            throw new WrongSetting(
                    source + " must hold keys of at least " + MIN_LENGTH + " characters each");
        }
        return keys;
    }

    private static byte[] random() {
        var bytes = new byte[MIN_LENGTH];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
    }

    /** The key that signs. */
    SigningKey signing() {
        return signing;
    }

    /** All keys whose signatures count. */
    CheckpointKeys believed() {
        return believed;
    }
}
