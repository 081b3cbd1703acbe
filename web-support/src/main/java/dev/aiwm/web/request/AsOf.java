package dev.aiwm.web.request;

import dev.aiwm.web.problem.InvalidRequest;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Set;

/**
 * Which past a read is about; a parameter of a controller method. Without either it is about now.
 *
 * @param at an instant, or how long ago, or null
 * @param position of the log, or null
 */
public record AsOf(String at, String position) {
    public static final String AT = "at";
    public static final String POSITION = "position";
    public static final Set<String> NAMES = Set.of(AT, POSITION);

    static AsOf parse(HttpServletRequest request) {
        String at = given(request, AT);
        String position = given(request, POSITION);
        if (at != null && position != null) {
            throw InvalidRequest.parameter(AT, "and " + POSITION + " exclude each other");
        }
        return new AsOf(at, position);
    }

    private static String given(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        if (text != null && text.isBlank()) {
            throw InvalidRequest.parameter(name, "must not be empty");
        }
        return text;
    }

    public boolean isPast() {
        return at != null || position != null;
    }
}
