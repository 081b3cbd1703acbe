package dev.aiwm.contracts.resource.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.aiwm.contracts.SecretRef;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The value of an environment variable: text, or a reference to a secret. Exactly one of the two is
 * there.
 */
public record EnvironmentValue(String text, SecretRef secret) {
    private static final String SECRET_REF = "secretRef";

    public EnvironmentValue {
        if ((text == null) == (secret == null)) {
            throw new IllegalArgumentException("either text or a secret");
        }
    }

    public static EnvironmentValue plain(String text) {
        return new EnvironmentValue(text, null);
    }

    public static EnvironmentValue secret(SecretRef secret) {
        return new EnvironmentValue(null, secret);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static EnvironmentValue fromJson(Object json) {
        if (json instanceof Map<?, ?> object && object.get(SECRET_REF) instanceof String ref) {
            return secret(SecretRef.of(ref));
        }
        if (json instanceof Map<?, ?> || json instanceof List<?> || json == null) {
            throw new IllegalArgumentException("an environment value is text or {secretRef}");
        }
        return plain(json.toString());
    }

    @JsonValue
    Object toJson() {
        return SecretRef.MASK.equals(secret)
                ? secret.value()
                : Objects.requireNonNullElseGet(text, () -> Map.of(SECRET_REF, secret.value()));
    }

    static Map<String, EnvironmentValue> masked(Map<String, EnvironmentValue> environment) {
        var shown = new LinkedHashMap<String, EnvironmentValue>();
        environment.forEach(
                (name, value) ->
                        shown.put(name, value.secret == null ? value : secret(SecretRef.MASK)));
        return shown;
    }

    static List<SecretRef> secretsIn(Map<String, EnvironmentValue> environment) {
        return environment.values().stream()
                .map(EnvironmentValue::secret)
                .filter(Objects::nonNull)
                .toList();
    }
}
