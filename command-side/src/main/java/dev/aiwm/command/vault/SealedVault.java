package dev.aiwm.command.vault;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.SecretRef;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;

/** Seals on the way in, opens on the way out; a secret opens only under its own ref and owner. */
final class SealedVault implements Vault {
    private final Seal seal;
    private final SecretStore store;
    private final Clock clock;

    SealedVault(Seal seal, SecretStore store, Clock clock) {
        this.seal = seal;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public SecretRef put(String ownerId, String name, char[] secret) {
        SecretRef ref = SecretRef.of(ownerId + "." + UUID.randomUUID());
        put(ref, ownerId, name, secret);
        return ref;
    }

    @Override
    public void put(SecretRef ref, String ownerId, String name, char[] secret) {
        byte[] plain = bytes(secret);
        try {
            store.add(
                    new SecretStore.Sealed(
                            ref,
                            ownerId,
                            name,
                            seal.close(plain, context(ref, ownerId)),
                            clock.instant()));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    @Override
    public char[] reveal(SecretRef ref) {
        SecretStore.Sealed found =
                store.find(ref)
                        .orElseThrow(
                                () ->
                                        new Rejection(
                                                RejectionCode.NOT_FOUND,
                                                "the secret is not kept any more"));
        byte[] plain = seal.open(found.content(), context(ref, found.ownerId()));
        try {
            return chars(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    @Override
    public void delete(SecretRef ref) {
        store.remove(ref);
    }

    @Override
    public void deleteAllOf(String ownerId) {
        store.removeAllOf(ownerId);
    }

    private static String context(SecretRef ref, String ownerId) {
        return "vault\n" + ref.value() + "\n" + ownerId;
    }

    @SuppressWarnings("ByteBufferBackingArray") // the encoder's buffer is on the heap, and is wiped
    private static byte[] bytes(char[] text) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private static char[] chars(byte[] utf8) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        var chars = new char[decoded.remaining()];
        decoded.get(chars);
        Arrays.fill(decoded.array(), '\0');
        return chars;
    }
}
