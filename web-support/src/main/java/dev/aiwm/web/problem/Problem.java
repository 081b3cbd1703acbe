package dev.aiwm.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A problem document (RFC 9457): the only shape in which this product says no. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "code",
    "correlationId",
    "errors"
})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String correlationId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> details) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE_PREFIX = "urn:aiwm:problem:";
    private static final Set<String> OWN_FIELDS =
            Set.of(
                    "type",
                    "title",
                    "status",
                    "detail",
                    "instance",
                    "code",
                    "correlationId",
                    "errors");
    private static final Set<String> ABBREVIATIONS = Set.of("CPU", "RAM", "GPU", "MIG", "IP");

    public Problem {
        errors = errors == null ? null : List.copyOf(errors);
        details = Copies.orEmpty(details);
    }

    static Problem of(Rejection rejection, String instance, String correlationId) {
        Map<String, Object> details = new LinkedHashMap<>(rejection.details());
        List<FieldError> errors = errorsIn(details.remove(InvalidRequest.ERRORS));
        details.keySet().removeAll(OWN_FIELDS);
        RejectionCode code = rejection.code();
        return new Problem(
                TYPE_PREFIX + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                titleOf(code),
                code.category().httpStatus(),
                rejection.getMessage(),
                instance,
                code.name(),
                correlationId,
                errors,
                details);
    }

    private static List<FieldError> errorsIn(Object found) {
        if (!(found instanceof List<?> list)) {
            return null;
        }
        return list.stream()
                .filter(FieldError.class::isInstance)
                .map(FieldError.class::cast)
                .toList();
    }

    private static String titleOf(RejectionCode code) {
        var title = new StringBuilder();
        for (String word : code.name().split("_", -1)) {
            String shown = ABBREVIATIONS.contains(word) ? word : word.toLowerCase(Locale.ROOT);
            title.append(title.isEmpty() ? "" : " ").append(shown);
        }
        title.setCharAt(0, Character.toUpperCase(title.charAt(0)));
        return title.toString();
    }
}
