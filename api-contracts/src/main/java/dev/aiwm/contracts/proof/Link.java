package dev.aiwm.contracts.proof;

import static java.util.Objects.requireNonNull;

/**
 * What the chain keeps of one event, apart from the log.
 *
 * @param hash of the event as it was stored when it was new
 */
public record Link(long position, String eventId, String hash) {
    /** The chain before the first event. */
    public static final String GENESIS = "0".repeat(64);

    public Link {
        requireNonNull(eventId, "eventId is null");
        requireNonNull(hash, "hash is null");
    }

    public static Link of(StoredEvent event) {
        return new Link(event.position(), event.eventId(), event.hash());
    }

    /** The chain with this link: SHA-256 of the chain before it and the event's hash. */
    public String chainAfter(String chain) {
        return new Digest().raw(chain).raw(hash).hex();
    }
}
