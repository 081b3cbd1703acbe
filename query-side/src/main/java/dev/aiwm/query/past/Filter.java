package dev.aiwm.query.past;

import com.mongodb.MongoClientSettings;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The filters and orders that lists ask a database for, asked of what is in memory. What is not
 * among them is refused, so that a list of the past never answers another question.
 */
final class Filter {
    private static final String ID = "_id";

    private Filter() {}

    private static BsonDocument document(Bson bson) {
        return bson.toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry());
    }

    static Predicate<CutEntry> of(Bson filter) {
        return all(document(filter));
    }

    private static Predicate<CutEntry> all(BsonDocument query) {
        Predicate<CutEntry> all = entry -> true;
        for (Map.Entry<String, BsonValue> part : query.entrySet()) {
            all = all.and(part(part.getKey(), part.getValue()));
        }
        return all;
    }

    private static Predicate<CutEntry> part(String name, BsonValue value) {
        if (name.equals("$and") || name.equals("$or")) {
            List<Predicate<CutEntry>> parts = queries(value.asArray());
            return name.equals("$and")
                    ? entry -> parts.stream().allMatch(part -> part.test(entry))
                    : entry -> parts.stream().anyMatch(part -> part.test(entry));
        }
        if (value.isRegularExpression()) {
            var pattern = Pattern.compile(value.asRegularExpression().getPattern());
            return field(name, it -> it instanceof String text && pattern.matcher(text).find());
        }
        if (value.isDocument()) {
            return operators(name, value.asDocument());
        }
        return field(name, comparison(value, sign -> sign == 0));
    }

    private static List<Predicate<CutEntry>> queries(BsonArray array) {
        var queries = new ArrayList<Predicate<CutEntry>>();
        array.forEach(query -> queries.add(all(query.asDocument())));
        return queries;
    }

    private static Predicate<CutEntry> operators(String name, BsonDocument operators) {
        Predicate<CutEntry> all = entry -> true;
        for (Map.Entry<String, BsonValue> operator : operators.entrySet()) {
            all = all.and(operator(name, operator.getKey(), operator.getValue()));
        }
        return all;
    }

    private static Predicate<CutEntry> operator(String name, String operator, BsonValue value) {
        return switch (operator) {
            case "$eq" -> field(name, comparison(value, sign -> sign == 0));
            case "$lt" -> field(name, comparison(value, sign -> sign < 0));
            case "$lte" -> field(name, comparison(value, sign -> sign <= 0));
            case "$gt" -> field(name, comparison(value, sign -> sign > 0));
            case "$gte" -> field(name, comparison(value, sign -> sign >= 0));
            case "$in" -> {
                List<Predicate<Object>> ways = new ArrayList<>();
                value.asArray().forEach(it -> ways.add(comparison(it, sign -> sign == 0)));
                yield field(name, it -> ways.stream().anyMatch(way -> way.test(it)));
            }
            case "$exists" ->
                    entry -> (valueOf(entry, name) != null) == value.asBoolean().getValue();
            default -> throw new IllegalArgumentException("lists do not ask for " + operator);
        };
    }

    /** A list matches when one of its elements does. */
    private static Predicate<CutEntry> field(String name, Predicate<Object> test) {
        return entry -> {
            Object value = valueOf(entry, name);
            return value instanceof Collection<?> elements
                    ? elements.stream().anyMatch(test)
                    : test.test(value);
        };
    }

    private static Object valueOf(CutEntry entry, String name) {
        return name.equals(ID) ? entry.id() : entry.fields().get(name);
    }

    private static Predicate<Object> comparison(BsonValue wanted, IntPredicate sign) {
        Object plain = plain(wanted);
        return value ->
                value != null
                        && value.getClass() == plain.getClass()
                        && sign.test(compare(value, plain));
    }

    private static Object plain(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> value.asString().getValue();
            case BOOLEAN -> value.asBoolean().getValue();
            case DATE_TIME -> Instant.ofEpochMilli(value.asDateTime().getValue());
            case INT32, INT64 -> value.asNumber().longValue();
            default ->
                    throw new IllegalArgumentException(
                            "lists do not compare with " + value.getBsonType());
        };
    }

    @SuppressWarnings("unchecked") // both are of the same class, and those that occur compare
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    /** What has no value comes first, as in the database. */
    static Comparator<CutEntry> order(Bson sort) {
        Comparator<CutEntry> order = null;
        for (Map.Entry<String, BsonValue> key : document(sort).entrySet()) {
            Comparator<CutEntry> by =
                    Comparator.comparing(
                            entry -> valueOf(entry, key.getKey()),
                            Comparator.nullsFirst(Filter::compare));
            Comparator<CutEntry> next =
                    key.getValue().asNumber().intValue() < 0 ? by.reversed() : by;
            order = order == null ? next : order.thenComparing(next);
        }
        if (order == null) {
            throw new IllegalArgumentException("a list has an order");
        }
        return order;
    }
}
