package dev.aiwm.web.request;

import dev.aiwm.web.problem.InvalidRequest;

import jakarta.servlet.http.HttpServletRequest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which events of a history are wanted, in which order and form; a parameter of a controller
 * method.
 *
 * @param types names of events; none means all
 * @param actor who caused them, or null
 * @param from not before, or null
 * @param to not after, or null
 * @param newestFirst the order of the answer
 * @param cursor where to go on, or null
 */
public record TrailParameters(
        List<String> types,
        String actor,
        Instant from,
        Instant to,
        boolean newestFirst,
        String cursor,
        int limit,
        Form form) {
    public static final Set<String> NAMES =
            Set.of("type", "actor", "from", "to", "order", "cursor", "limit", "format");
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;
    private static final int LONGEST_CURSOR = 64;

    public TrailParameters {
        types = List.copyOf(types);
    }

    /** How the events are written: a page of JSON, or all of them as lines. */
    public enum Form {
        JSON("application/json"),
        JSONL("application/x-ndjson"),
        CSV("text/csv");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    static TrailParameters parse(HttpServletRequest request) {
        var now = Instant.now();
        String types = request.getParameter("type");
        String from = request.getParameter("from");
        String to = request.getParameter("to");
        String cursor = request.getParameter("cursor");
        if (cursor != null && (cursor.isEmpty() || cursor.length() > LONGEST_CURSOR)) {
            throw InvalidRequest.parameter("cursor", "must be a cursor of this list");
        }
        return new TrailParameters(
                types == null
                        ? List.of()
                        : Arrays.stream(types.split(",", -1)).map(String::trim).toList(),
                request.getParameter("actor"),
                from == null ? null : Moments.parse("from", from, now),
                to == null ? null : Moments.parse("to", to, now),
                newestFirst(request.getParameter("order")),
                cursor,
                limit(request.getParameter("limit")),
                form(request));
    }

    private static boolean newestFirst(String order) {
        if (order != null && !order.equals("newest") && !order.equals("oldest")) {
            throw InvalidRequest.parameter("order", "must be newest or oldest");
        }
        return !"oldest".equals(order);
    }

    private static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MAX_LIMIT) {
            throw InvalidRequest.parameter("limit", "must be a whole number from 1 to 500");
        }
        return number;
    }

    private static Form form(HttpServletRequest request) {
        String format = request.getParameter("format");
        if (format == null) {
            String accept = String.valueOf(request.getHeader("Accept"));
            return Arrays.stream(Form.values())
                    .filter(form -> form != Form.JSON && accept.startsWith(form.mediaType()))
                    .findFirst()
                    .orElse(Form.JSON);
        }
        return Arrays.stream(Form.values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst()
                .orElseThrow(
                        () -> InvalidRequest.parameter("format", "must be json, jsonl or csv"));
    }
}
