package dev.aiwm.web.problem;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Says what is wrong with JSON, and where, without repeating any value of it: the value may be a
 * secret.
 */
public final class JsonFaults {
    /** How the constructors of our records end their complaint about a component. */
    private static final String IS_NULL = " is null";

    private JsonFaults() {}

    public static Rejection describe(JacksonException fault) {
        if (fault instanceof StreamReadException) {
            var at = fault.getLocation();
            String place =
                    at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            return new Rejection(
                    RejectionCode.MALFORMED_REQUEST, "the body is not well-formed JSON" + place);
        }
        String pointer = pointerOf(fault);
        if (fault instanceof UnrecognizedPropertyException unknown) {
            String name = unknown.getPropertyName();
            return InvalidRequest.of(
                    new FieldError(
                            pointer, FieldError.UNKNOWN_FIELD, "is not a known field: " + name));
        }
        if (fault.getCause() instanceof NullPointerException missing
                && missing.getMessage() != null
                && missing.getMessage().endsWith(IS_NULL)) {
            String message = missing.getMessage();
            String name = message.substring(0, message.length() - IS_NULL.length());
            return InvalidRequest.of(
                    new FieldError(pointer + "/" + name, FieldError.REQUIRED, "is required"));
        }
        return InvalidRequest.of(new FieldError(pointer, FieldError.INVALID, sentenceFor(fault)));
    }

    private static String sentenceFor(JacksonException fault) {
        if (fault instanceof InvalidTypeIdException type) {
            return type.getTypeId() == null
                    ? "must say its 'type'"
                    : "has a 'type' that does not exist";
        }
        if (fault instanceof ValueInstantiationException
                && fault.getCause() instanceof IllegalArgumentException cause) {
            return "is refused: " + withoutValue(cause.getMessage());
        }
        if (fault instanceof MismatchedInputException mismatch
                && mismatch.getTargetType() != null) {
            return "must be " + nameOf(mismatch.getTargetType());
        }
        return "cannot be read";
    }

    /** Our own id types quote what they refuse after a colon. */
    private static String withoutValue(String message) {
        int quoted = message == null ? -1 : message.indexOf(": '");
        return quoted < 0 ? String.valueOf(message) : message.substring(0, quoted);
    }

    static String nameOf(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + constantsOf(type);
        }
        if (type == int.class
                || type == long.class
                || type == Integer.class
                || type == Long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (List.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class ? "text" : "an object";
    }

    private static List<String> constantsOf(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.isEnumConstant())
                .filter(field -> !field.isAnnotationPresent(JsonEnumDefaultValue.class))
                .map(field -> wireNameOf(type, field.getName()))
                .toList();
    }

    private static String wireNameOf(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return WireNames.of((Enum<?>) constant);
            }
        }
        return name;
    }

    private static String pointerOf(JacksonException fault) {
        List<String> parts = new ArrayList<>();
        for (JacksonException.Reference reference : fault.getPath()) {
            parts.add(
                    reference.getPropertyName() == null
                            ? String.valueOf(reference.getIndex())
                            : Pointers.escape(reference.getPropertyName()));
        }
        return parts.isEmpty() ? "" : "/" + String.join("/", parts);
    }
}
