package dev.aiwm.query.listing;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.aiwm.contracts.Page;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;
import dev.aiwm.web.problem.InvalidRequest;

import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Pages of a read model, counted or by cursor. */
public final class Listing<S> {
    private static final String ID = "_id";

    private final ReadModel<S> model;
    private final Function<S, Map<String, Object>> fields;
    private final SortFields sortFields;

    public Listing(
            ReadModel<S> model, Function<S, Map<String, Object>> fields, SortFields sortFields) {
        this.model = model;
        this.fields = fields;
        this.sortFields = sortFields;
    }

    /** Which part of a list, in which order. */
    public record Part(List<String> sort, String cursor, int page, int limit) {}

    public <V> Page<V> page(Bson filter, Part part, Function<List<Stored<S>>, List<V>> views) {
        Cursor after = part.cursor() == null ? null : Cursor.parse(part.cursor());
        List<String> order = orderOf(part, after);
        List<SortFields.Key> keys = sortFields.keys(order);
        int page = after == null ? part.page() : after.page();
        Bson rest = after == null ? filter : Filters.and(filter, behind(keys, after));
        int skip = after == null ? (page - 1) * part.limit() : 0;
        List<Stored<S>> found = model.find(rest, sort(keys), skip, part.limit() + 1);
        boolean more = found.size() > part.limit();
        List<Stored<S>> items = more ? found.subList(0, part.limit()) : found;
        return new Page<>(
                views.apply(items),
                total(filter, page, skip, items.size(), more, after),
                page,
                part.limit(),
                more ? cursor(keys, order, page + 1, items.get(items.size() - 1)) : null);
    }

    private List<String> orderOf(Part part, Cursor after) {
        List<String> asked = part.sort().isEmpty() ? sortFields.standard() : part.sort();
        if (after == null) {
            return asked;
        }
        if (!part.sort().isEmpty() && !asked.equals(after.sort())) {
            throw InvalidRequest.parameter("cursor", "belongs to another order: " + after.sort());
        }
        return after.sort();
    }

    /** Counts only what the page does not already tell. */
    private long total(Bson filter, int page, int skip, int size, boolean more, Cursor after) {
        boolean known = after == null && !more && (size > 0 || page == 1);
        return known ? (long) skip + size : model.count(filter);
    }

    private static Bson sort(List<SortFields.Key> keys) {
        var parts = new ArrayList<Bson>();
        for (SortFields.Key key : keys) {
            parts.add(
                    key.descending()
                            ? Sorts.descending(key.field())
                            : Sorts.ascending(key.field()));
        }
        parts.add(lastDescends(keys) ? Sorts.descending(ID) : Sorts.ascending(ID));
        return Sorts.orderBy(parts);
    }

    private static boolean lastDescends(List<SortFields.Key> keys) {
        return keys.get(keys.size() - 1).descending();
    }

    /** Either the first field is behind, or it is equal and the second is, and so on to the id. */
    private static Bson behind(List<SortFields.Key> keys, Cursor after) {
        var ways = new ArrayList<Bson>();
        var equal = new ArrayList<Bson>();
        for (int i = 0; i < keys.size(); i++) {
            SortFields.Key key = keys.get(i);
            Object value = value(key, after.values().get(i));
            ways.add(and(equal, behind(key.field(), value, key.descending())));
            equal.add(Filters.eq(key.field(), value));
        }
        ways.add(and(equal, behind(ID, after.id(), lastDescends(keys))));
        return Filters.or(ways);
    }

    private static Bson behind(String field, Object value, boolean descending) {
        return descending ? Filters.lt(field, value) : Filters.gt(field, value);
    }

    private static Bson and(List<Bson> equal, Bson last) {
        var all = new ArrayList<>(equal);
        all.add(last);
        return all.size() == 1 ? last : Filters.and(all);
    }

    private static Object value(SortFields.Key key, String text) {
        if (key.kind() == SortFields.Kind.TEXT) {
            return text;
        }
        try {
            return Instant.ofEpochMilli(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw InvalidRequest.parameter("cursor", "must be a nextCursor of this list");
        }
    }

    private String cursor(List<SortFields.Key> keys, List<String> order, int page, Stored<S> last) {
        Map<String, Object> values = fields.apply(last.state());
        var texts = new ArrayList<String>();
        for (SortFields.Key key : keys) {
            Object value = values.get(key.field());
            texts.add(
                    value instanceof Instant time
                            ? Long.toString(time.toEpochMilli())
                            : String.valueOf(value));
        }
        return new Cursor(page, order, texts, last.id()).toString();
    }
}
