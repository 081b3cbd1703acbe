package dev.aiwm.command.vault;

import java.util.List;

/** Seals for tests. */
public final class Seals {
    private Seals() {}

    public static Seal any() {
        return new Seal(List.of("a-master-key-of-more-than-thirty-two-characters"));
    }
}
