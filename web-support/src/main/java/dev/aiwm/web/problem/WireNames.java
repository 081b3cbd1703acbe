package dev.aiwm.web.problem;

import com.fasterxml.jackson.annotation.JsonValue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** What an enum constant is called in JSON. */
final class WireNames {
    private WireNames() {}

    static String of(Enum<?> constant) {
        for (Method method : constant.getDeclaringClass().getMethods()) {
            if (method.isAnnotationPresent(JsonValue.class)) {
                try {
                    return String.valueOf(method.invoke(constant));
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException("no wire name for " + constant, e);
                }
            }
        }
        return constant.name();
    }
}
