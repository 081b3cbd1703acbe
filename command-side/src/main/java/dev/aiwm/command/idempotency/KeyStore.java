package dev.aiwm.command.idempotency;

import java.time.Instant;
import java.util.Optional;

/** Where keyed requests lie; every change is durable when its method returns. */
interface KeyStore {

    /** Adds a request unless the caller has used the key already. */
    boolean add(KeyedRequest request);

    Optional<KeyedRequest> find(String caller, String key);

    /** Takes over a request that nobody works on any more; false when another was quicker. */
    boolean takeOver(KeyedRequest seen, String holder, Instant heldUntil);

    /** Prolongs all that this holder has not answered yet of what was asked since an instant. */
    void prolong(String holder, Instant since, Instant heldUntil);

    void answer(String caller, String key, byte[] answer);

    /** Lets whoever repeats the request go on with it. */
    void letGo(String caller, String key);

    /** As if the key had never been used. */
    void remove(String caller, String key);

    void removeOlderThan(Instant instant);
}
