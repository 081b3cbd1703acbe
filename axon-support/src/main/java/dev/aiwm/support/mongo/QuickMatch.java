package dev.aiwm.support.mongo;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Queries of the simple kind that the read models ask, put together once and then asked of each
 * document; the server's own matcher takes each query apart again for each document. Whatever is
 * not of this kind is left to it.
 */
final class QuickMatch {
    private QuickMatch() {}

    static Optional<Predicate<Document>> of(Document query) {
        var parts = new ArrayList<Predicate<Document>>();
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            Optional<Predicate<Document>> part = part(entry.getKey(), entry.getValue());
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(all(parts));
    }

    private static Optional<Predicate<Document>> part(String key, Object value) {
        if (key.equals("$and") || key.equals("$or")) {
            return queries(value).map(key.equals("$and") ? QuickMatch::all : QuickMatch::any);
        }
        if (key.startsWith("$") || key.contains(".") || value == null) {
            return Optional.empty();
        }
        if (BsonRegularExpression.isRegularExpression(value)) {
            BsonRegularExpression pattern = BsonRegularExpression.convertToRegularExpression(value);
            return field(key, it -> it instanceof String text && pattern.matcher(text).find());
        }
        return value instanceof Document operators
                ? operators(key, operators)
                : equality(value).flatMap(test -> field(key, test));
    }

    private static Optional<List<Predicate<Document>>> queries(Object value) {
        if (!(value instanceof Collection<?> list) || list.isEmpty()) {
            return Optional.empty();
        }
        var queries = new ArrayList<Predicate<Document>>();
        for (Object query : list) {
            Optional<Predicate<Document>> quick =
                    query instanceof Document document ? of(document) : Optional.empty();
            if (quick.isEmpty()) {
                return Optional.empty();
            }
            queries.add(quick.get());
        }
        return Optional.of(queries);
    }

    /** All operators must hold of the same element, as the server has it. */
    private static Optional<Predicate<Document>> operators(String key, Document operators) {
        if (operators.size() == 1 && operators.containsKey("$exists")) {
            return existence(key, operators.get("$exists"));
        }
        var tests = new ArrayList<Predicate<Object>>();
        for (Map.Entry<String, Object> entry : operators.entrySet()) {
            Optional<Predicate<Object>> test = operator(entry.getKey(), entry.getValue());
            if (test.isEmpty()) {
                return Optional.empty();
            }
            tests.add(test.get());
        }
        return tests.isEmpty() ? Optional.empty() : field(key, all(tests));
    }

    private static Optional<Predicate<Document>> existence(String key, Object wanted) {
        return wanted instanceof Boolean present
                ? Optional.of(document -> document.containsKey(key) == present)
                : Optional.empty();
    }

    private static Optional<Predicate<Object>> operator(String name, Object value) {
        return switch (name) {
            case "$eq" -> equality(value);
            case "$in" -> membership(value);
            case "$lt" -> comparison(value, sign -> sign < 0);
            case "$lte" -> comparison(value, sign -> sign <= 0);
            case "$gt" -> comparison(value, sign -> sign > 0);
            case "$gte" -> comparison(value, sign -> sign >= 0);
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Object>> equality(Object wanted) {
        return comparison(wanted, sign -> sign == 0);
    }

    private static Optional<Predicate<Object>> membership(Object wanted) {
        if (!(wanted instanceof Collection<?> values)) {
            return Optional.empty();
        }
        var tests = new ArrayList<Predicate<Object>>();
        for (Object value : values) {
            Optional<Predicate<Object>> test = equality(value);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            tests.add(test.get());
        }
        return Optional.of(any(tests));
    }

    /** Values of different kinds match no comparison. */
    private static Optional<Predicate<Object>> comparison(Object wanted, IntPredicate sign) {
        if (wanted instanceof String text) {
            return Optional.of(it -> it instanceof String own && sign.test(own.compareTo(text)));
        }
        if (wanted instanceof Instant time) {
            return Optional.of(it -> it instanceof Instant own && sign.test(own.compareTo(time)));
        }
        if (wanted instanceof Boolean flag) {
            return Optional.of(it -> it instanceof Boolean own && sign.test(own.compareTo(flag)));
        }
        if (isWhole(wanted)) {
            long number = ((Number) wanted).longValue();
            return Optional.of(it -> it instanceof Number own && sign.test(compare(own, number)));
        }
        return Optional.empty();
    }

    private static int compare(Number own, long number) {
        return isWhole(own)
                ? Long.compare(own.longValue(), number)
                : Double.compare(own.doubleValue(), number);
    }

    static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Integer;
    }

    /** A list matches when one of its elements does. */
    private static Optional<Predicate<Document>> field(String key, Predicate<Object> test) {
        return Optional.of(
                document -> {
                    Object value = document.get(key);
                    if (!(value instanceof Collection<?> elements)) {
                        return test.test(value);
                    }
                    for (Object element : elements) {
                        if (test.test(element)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    private static <T> Predicate<T> all(List<Predicate<T>> parts) {
        return value -> {
            for (Predicate<T> part : parts) {
                if (!part.test(value)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static <T> Predicate<T> any(List<Predicate<T>> parts) {
        return value -> {
            for (Predicate<T> part : parts) {
                if (part.test(value)) {
                    return true;
                }
            }
            return false;
        };
    }
}
