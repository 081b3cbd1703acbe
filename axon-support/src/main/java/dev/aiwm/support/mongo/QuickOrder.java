package dev.aiwm.support.mongo;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** The first documents in an order, found without sorting all of them. */
final class QuickOrder implements Comparator<Document> {
    private record Key(String field, int sign) {}

    private final List<Key> keys;

    private QuickOrder(List<Key> keys) {
        this.keys = keys;
    }

    /** Empty when the order is not by plain fields. */
    static Optional<QuickOrder> of(Document orderBy) {
        var keys = new ArrayList<Key>();
        for (Map.Entry<String, Object> entry : orderBy.entrySet()) {
            String field = entry.getKey();
            if (field.startsWith("$")
                    || field.contains(".")
                    || !(entry.getValue() instanceof Number direction)) {
                return Optional.empty();
            }
            keys.add(new Key(field, direction.intValue() > 0 ? 1 : -1));
        }
        return Optional.of(new QuickOrder(keys));
    }

    /**
     * @param limit how many are wanted, 0 for all
     */
    List<Document> first(Stream<Document> documents, int limit) {
        if (limit == 0) {
            return documents.sorted(this).toList();
        }
        var best = new PriorityQueue<Document>(Math.min(limit, 1_000) + 1, reversed());
        documents.forEach(
                document -> {
                    if (best.size() < limit) {
                        best.add(document);
                    } else if (compare(document, best.peek()) < 0) {
                        best.poll();
                        best.add(document);
                    }
                });
        var sorted = new ArrayList<>(best);
        Collections.sort(sorted, this);
        return sorted;
    }

    @Override
    public int compare(Document one, Document other) {
        for (Key key : keys) {
            int order = order(one.get(key.field()), other.get(key.field()));
            if (order != 0) {
                return key.sign() * order;
            }
        }
        return 0;
    }

    private static int order(Object one, Object other) {
        if (one instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText);
        }
        if (one instanceof Instant time && other instanceof Instant otherTime) {
            return time.compareTo(otherTime);
        }
        if (QuickMatch.isWhole(one) && QuickMatch.isWhole(other)) {
            return Long.compare(((Number) one).longValue(), ((Number) other).longValue());
        }
        return ValueComparator.asc().compare(one, other);
    }
}
