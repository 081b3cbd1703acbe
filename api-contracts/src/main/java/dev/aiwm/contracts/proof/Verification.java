package dev.aiwm.contracts.proof;

/**
 * What a check of the log came to.
 *
 * @param intact nothing was found
 * @param events that were compared with the chain
 * @param sealedTo position of the last event that a believed checkpoint covers
 * @param linkedTo position of the last event that the chain has
 * @param unlinked newer events, of which nothing can be said yet
 * @param checkpoints whose signatures were checked
 * @param chain at {@code linkedTo}
 * @param finding null when there is none
 */
public record Verification(
        boolean intact,
        long events,
        long sealedTo,
        long linkedTo,
        long unlinked,
        int checkpoints,
        String chain,
        Finding finding) {}
