package dev.aiwm.query.listing;

import dev.aiwm.web.problem.InvalidRequest;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Where a page ended: the values of its last item in the list's order. What is inserted or removed
 * meanwhile neither doubles nor hides an item of the pages that follow.
 *
 * @param page number of the page that follows
 * @param sort the order, which must not change under way
 * @param values of the sort fields, times in milliseconds
 * @param id of the last item
 */
record Cursor(int page, List<String> sort, List<String> values, String id) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 4_096;

    Cursor {
        sort = List.copyOf(sort);
        values = List.copyOf(values);
    }

    static Cursor parse(String text) {
        if (text.length() > LONGEST) {
            throw malformed();
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            Cursor cursor = JSON.readValue(json, Cursor.class);
            if (cursor.id == null
                    || cursor.page < 1
                    || cursor.sort.isEmpty()
                    || cursor.sort.size() != cursor.values.size()) {
                throw malformed();
            }
            return cursor;
        } catch (IllegalArgumentException | NullPointerException | JacksonException e) {
            throw malformed();
        }
    }

    private static RuntimeException malformed() {
        return InvalidRequest.parameter("cursor", "must be a nextCursor of this list");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
    }
}
