package dev.aiwm.support.projection;

import org.bson.conversions.Bson;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A read model as the queries see it; a rebuild that replaces the collection is not noticed. */
public interface ReadModel<S> {
    Optional<Stored<S>> find(String id);

    /**
     * The document; when there is none, waits at most the given time until the model has every
     * event that was in the log when this was called, so that what was just created is found.
     */
    Optional<Stored<S>> findOrAwait(String id, Duration patience);

    /**
     * The document once it is not older than a version; waits for it at most the given time.
     *
     * @return empty when there is no document of at least this version in time
     */
    Optional<Stored<S>> findAtLeast(String id, long version, Duration patience);

    /** Documents that match, in order. Uses only operators that the in-process server knows. */
    List<Stored<S>> find(Bson filter, Bson sort, int skip, int limit);

    long count(Bson filter);
}
