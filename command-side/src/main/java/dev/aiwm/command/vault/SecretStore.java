package dev.aiwm.command.vault;

import dev.aiwm.contracts.SecretRef;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where sealed secrets lie; every method may be repeated. */
interface SecretStore {

    /** One sealed secret. */
    record Sealed(SecretRef ref, String ownerId, String name, byte[] content, Instant createdAt) {}

    /** Keeps it unless there is one of this reference already. */
    void add(Sealed secret);

    Optional<Sealed> find(SecretRef ref);

    void remove(SecretRef ref);

    void removeAllOf(String ownerId);

    /** Removes what an owner has from before an instant, apart from what is to be kept. */
    void removeOthers(String ownerId, Collection<SecretRef> kept, Instant before);

    /** Owners of secrets from before an instant. */
    List<String> ownersBefore(Instant instant);
}
