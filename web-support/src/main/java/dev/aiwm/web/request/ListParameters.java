package dev.aiwm.web.request;

import static java.util.Objects.requireNonNull;

import dev.aiwm.web.problem.InvalidRequest;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Which part of a list is wanted, and in which order; a parameter of a controller method.
 *
 * @param page from 1
 * @param cursor null when pages are counted
 * @param sort field names, a leading {@code -} for descending
 */
public record ListParameters(int page, int limit, String cursor, List<String> sort) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;
    public static final Set<String> NAMES = Set.of("page", "limit", "cursor", "sort");
    private static final int MAX_PAGE = 1_000_000;
    private static final Pattern FIELD = Pattern.compile("-?[A-Za-z][A-Za-z0-9._]{0,63}");

    public ListParameters {
        requireNonNull(sort, "sort is null");
        sort = List.copyOf(sort);
    }

    /** How many items lie before this page. */
    public long offset() {
        return (page - 1L) * limit;
    }

    static ListParameters parse(UnaryOperator<String> parameter) {
        String cursor = parameter.apply("cursor");
        if (cursor != null && parameter.apply("page") != null) {
            throw InvalidRequest.parameter("cursor", "and page exclude each other");
        }
        return new ListParameters(
                number(parameter, "page", 1, MAX_PAGE),
                number(parameter, "limit", DEFAULT_LIMIT, MAX_LIMIT),
                cursor == null || cursor.isBlank() ? null : cursor,
                sort(parameter.apply("sort")));
    }

    private static int number(
            UnaryOperator<String> parameter, String name, int otherwise, int most) {
        String text = parameter.apply(name);
        if (text == null) {
            return otherwise;
        }
        int number = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw InvalidRequest.parameter(name, "must be a whole number from 1 to " + most);
        }
        return number;
    }

    private static List<String> sort(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<String> fields = List.of(text.split(",", -1)).stream().map(String::trim).toList();
        for (String field : fields) {
            if (!FIELD.matcher(field).matches()) {
                throw InvalidRequest.parameter(
                        "sort", "must be field names such as -createdAt,name");
            }
        }
        return fields;
    }
}
