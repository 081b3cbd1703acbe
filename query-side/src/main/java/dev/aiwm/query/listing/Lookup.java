package dev.aiwm.query.listing;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Finds one document, and waits a moment for one that is on its way. */
public final class Lookup<S> {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ReadModel<S> model;

    public Lookup(ReadModel<S> model) {
        this.model = model;
    }

    /**
     * @param minVersion what the caller has seen already, or null
     */
    public Optional<S> find(String id, Long minVersion) {
        if (minVersion == null) {
            return model.findOrAwait(id, PATIENCE).map(Stored::state);
        }
        Optional<S> found = model.findAtLeast(id, minVersion, PATIENCE).map(Stored::state);
        if (found.isEmpty()) {
            throw new Rejection(
                    RejectionCode.NOT_YET_VISIBLE,
                    "version " + minVersion + " cannot be read yet",
                    Map.of("minVersion", minVersion));
        }
        return found;
    }
}
