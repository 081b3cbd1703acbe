package dev.aiwm.contracts.proof;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/**
 * A signed statement of what the log holds up to a position.
 *
 * @param number from 1, without gaps
 * @param from position of the first event that no earlier checkpoint covers
 * @param to position of the last event that it covers
 * @param chain over all events up to {@code to}
 * @param root of the {@link MerkleTree} over the events from {@code from} to {@code to}
 * @param at when it was made
 * @param keyId which key signed it
 * @param signature Ed25519 over {@link #signedBytes()}, in Base64
 */
public record Checkpoint(
        int number,
        long from,
        long to,
        String chain,
        String root,
        String at,
        String keyId,
        String signature) {

    public Checkpoint {
        requireNonNull(chain, "chain is null");
        requireNonNull(root, "root is null");
        requireNonNull(at, "at is null");
        requireNonNull(keyId, "keyId is null");
        requireNonNull(signature, "signature is null");
    }

    /** One line each: a word for the format, then all fields but the signature. */
    public byte[] signedBytes() {
        return String.join(
                        "\n",
                        "aiwm-checkpoint-1",
                        Integer.toString(number),
                        Long.toString(from),
                        Long.toString(to),
                        chain,
                        root,
                        at,
                        keyId)
                .getBytes(StandardCharsets.UTF_8);
    }

    public Checkpoint signed(String newSignature) {
        return new Checkpoint(number, from, to, chain, root, at, keyId, newSignature);
    }
}
