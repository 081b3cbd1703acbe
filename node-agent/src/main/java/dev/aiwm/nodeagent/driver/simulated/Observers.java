package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.nodeagent.driver.Subscription;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who is told of changes. */
final class Observers {
    private final List<Consumer<ManagedResource>> listeners = new CopyOnWriteArrayList<>();

    Subscription add(Consumer<ManagedResource> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(ManagedResource change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
