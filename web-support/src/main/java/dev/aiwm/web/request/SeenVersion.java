package dev.aiwm.web.request;

import dev.aiwm.web.problem.InvalidRequest;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a caller has seen of an entity: the version it has, from {@code If-None-Match}, and the one
 * it does not want to fall behind, from {@code minVersion}; a parameter of a controller method.
 *
 * @param atLeast null when any version will do
 * @param ifNoneMatch null when it has none
 */
public record SeenVersion(Long atLeast, String ifNoneMatch) {
    public static final String AT_LEAST = "minVersion";
    public static final String HAS = "If-None-Match";

    static SeenVersion parse(HttpServletRequest request) {
        return new SeenVersion(number(request.getParameter(AT_LEAST)), request.getHeader(HAS));
    }

    private static Long number(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw InvalidRequest.parameter(AT_LEAST, "must be a whole number");
        }
        return Long.valueOf(text);
    }
}
