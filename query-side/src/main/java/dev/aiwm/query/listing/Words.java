package dev.aiwm.query.listing;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.request.Moments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Filters of a request in the words of the API. */
public final class Words {
    private Words() {}

    /** The constants that a comma list names; the wire words are those of JSON. */
    public static <E extends Enum<E>> List<E> constants(
            String parameter, List<String> texts, Class<E> type, Function<E, String> wire) {
        var constants = new ArrayList<E>();
        for (String text : texts == null ? List.<String>of() : texts) {
            constants.add(constant(parameter, text.trim(), type, wire));
        }
        return constants;
    }

    public static <E extends Enum<E>> E constant(
            String parameter, String text, Class<E> type, Function<E, String> wire) {
        for (E constant : type.getEnumConstants()) {
            if (wire.apply(constant).equals(text)) {
                return constant;
            }
        }
        throw InvalidRequest.parameter(
                parameter,
                "must be one of " + Arrays.stream(type.getEnumConstants()).map(wire).toList());
    }

    public static NodeId nodeId(String text) {
        if (text == null) {
            return null;
        }
        return id(text, NodeId::of)
                .orElseThrow(() -> InvalidRequest.parameter("nodeId", "is not the id of a node"));
    }

    /** An instant, or how long ago; null when nothing is said. */
    public static Instant moment(String parameter, String text) {
        return text == null ? null : Moments.parse(parameter, text, Instant.now());
    }

    /** Empty when the text cannot be such an id, so that nothing has it. */
    public static <I> Optional<I> id(String text, Function<String, I> type) {
        try {
            return Optional.of(type.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Labels as {@code name=value}, or {@code name} alone for any value. */
    public static Map<String, String> labels(List<String> texts) {
        var labels = new LinkedHashMap<String, String>();
        for (String text : texts == null ? List.<String>of() : texts) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text.trim() : text.substring(0, equals).trim();
            if (name.isEmpty()) {
                throw InvalidRequest.parameter("label", "must be name=value or name");
            }
            labels.put(name, equals < 0 ? null : text.substring(equals + 1).trim());
        }
        return labels;
    }
}
