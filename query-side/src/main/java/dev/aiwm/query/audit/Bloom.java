package dev.aiwm.query.audit;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;

/** Says of a word that a segment surely does not have it, or that it may have. */
final class Bloom {
    private static final int BITS_PER_WORD = 10;
    private static final int PROBES = 6;
    private static final int LEAST_BITS = 1_024;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final BitSet bits;
    private final int size;

    private Bloom(BitSet bits, int size) {
        this.bits = bits;
        this.size = size;
    }

    static Bloom of(Collection<String> words) {
        var bloom = new Bloom(new BitSet(), sizeFor(words.size()));
        for (String word : words) {
            long hash = hash(word);
            for (int i = 0; i < PROBES; i++) {
                bloom.bits.set(bloom.place(hash, i));
            }
        }
        return bloom;
    }

    static Bloom of(byte[] bytes, int words) {
        return new Bloom(BitSet.valueOf(bytes), sizeFor(words));
    }

    private static int sizeFor(int words) {
        return Math.max(LEAST_BITS, words * BITS_PER_WORD);
    }

    byte[] bytes() {
        return bits.toByteArray();
    }

    boolean mayHave(String word) {
        long hash = hash(word);
        for (int i = 0; i < PROBES; i++) {
            if (!bits.get(place(hash, i))) {
                return false;
            }
        }
        return true;
    }

    private int place(long hash, int probe) {
        int step = (int) (hash >>> Integer.SIZE) | 1;
        return Math.floorMod((int) hash + probe * step, size);
    }

    private static long hash(String word) {
        long hash = OFFSET;
        for (byte one : word.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ one) * PRIME;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 33;
    }
}
