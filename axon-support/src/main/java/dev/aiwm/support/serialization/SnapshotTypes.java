package dev.aiwm.support.serialization;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.SerializedType;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The aggregates whose snapshots can be read: by simple name, and only in the revision that the
 * class has now. Any other snapshot is passed over, as if it were not there, because the events say
 * the same.
 */
public final class SnapshotTypes implements SnapshotFilter {
    private final Map<String, Class<?>> byName;
    private final RevisionResolver revisions;

    public SnapshotTypes(Collection<Class<?>> aggregates, RevisionResolver revisions) {
        this.byName =
                aggregates.stream()
                        .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
        this.revisions = revisions;
    }

    Optional<Class<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public boolean test(DomainEventData<?> snapshot) {
        SerializedType stored = snapshot.getPayload().getType();
        Class<?> aggregate = byName.get(stored.getName());
        return aggregate != null
                && Objects.equals(revisions.revisionOf(aggregate), stored.getRevision());
    }
}
