package dev.aiwm.support.projection;

import com.mongodb.client.model.Filters;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.Position;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Reads whichever collection answers. */
final class FoldReadModel<S> implements ReadModel<S> {
    /** How often to look for what another replica writes. */
    private static final Duration POLL = Duration.ofMillis(20);

    private final Registration projection;
    private final StateDocuments<S> documents;
    private final EventLog log;
    private final Arrivals arrivals = new Arrivals();

    FoldReadModel(Registration projection, StateDocuments<S> documents, EventLog log) {
        this.log = log;
        this.projection = projection;
        this.documents = documents;
        projection.onWritten(written -> arrivals.announce(written.keySet()));
    }

    @Override
    public Optional<Stored<S>> find(String id) {
        return Optional.ofNullable(projection.collection().find(Filters.eq("_id", id)).first())
                .map(documents::read);
    }

    @Override
    public Optional<Stored<S>> findOrAwait(String id, Duration patience) {
        Optional<Stored<S>> found = find(id);
        if (found.isPresent()) {
            return found;
        }
        Position head = log.head();
        return await(id, patience, it -> true, () -> !head.isAfter(projection.position()));
    }

    @Override
    public Optional<Stored<S>> findAtLeast(String id, long version, Duration patience) {
        return await(id, patience, it -> it.sequence() >= version, () -> false);
    }

    private Optional<Stored<S>> await(
            String id,
            Duration patience,
            Predicate<Stored<S>> isWanted,
            BooleanSupplier isLastLook) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (var arrival = arrivals.expect(id)) {
            while (true) {
                long left = deadline - System.nanoTime();
                boolean last = left <= 0 || isLastLook.getAsBoolean();
                Optional<Stored<S>> found = find(id).filter(isWanted);
                if (found.isPresent() || last) {
                    return found;
                }
                arrival.await(Math.min(left, POLL.toNanos()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public List<Stored<S>> find(Bson filter, Bson sort, int skip, int limit) {
        var found = new ArrayList<Stored<S>>();
        for (Document document :
                projection.collection().find(filter).sort(sort).skip(skip).limit(limit)) {
            found.add(documents.read(document));
        }
        return found;
    }

    @Override
    public long count(Bson filter) {
        return projection.count(filter);
    }
}
