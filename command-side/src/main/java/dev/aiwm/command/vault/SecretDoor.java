package dev.aiwm.command.vault;

import dev.aiwm.contracts.SecretRef;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.Pointers;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.List;
import java.util.Map;

/**
 * Takes the secrets out of a configuration while it is still JSON, so that no object that is
 * logged, sent or stored ever holds one. The same for a whole configuration and for a merge patch:
 * there, what is absent stays and null deletes.
 */
@Component
public class SecretDoor {
    private static final String POINTER = "/config";
    private static final String FIRST = "0";
    private static final String PASSWORD = "password";
    private static final String REF = "secretRef";
    private static final String VALUE = "value";
    private static final String MARK = "secret";

    private final Vault vault;

    SecretDoor(Vault vault) {
        this.vault = vault;
    }

    /**
     * Replaces the secrets of a configuration by references; nothing is kept yet.
     *
     * @param generation tells the references of one change of the owner from those of another; the
     *     same again gives the same references
     */
    public Admission admit(String ownerId, String generation, JsonNode config) {
        var admission = new Admission(vault, ownerId, generation);
        if (config instanceof ObjectNode object) {
            password(admission, POINTER, object, "registryAuth");
            password(admission, POINTER, object, "cloudInit");
            if (object.get("environment") instanceof ObjectNode environment) {
                for (Map.Entry<String, JsonNode> variable : List.copyOf(environment.properties())) {
                    variable(admission, environment, variable.getKey(), variable.getValue());
                }
            }
        }
        return admission;
    }

    /** The same for what the steps of an execution say, and for what undoes them. */
    public Admission admitSteps(String ownerId, JsonNode steps) {
        var admission = new Admission(vault, ownerId, FIRST);
        int index = 0;
        for (JsonNode step : steps == null ? List.<JsonNode>of() : steps) {
            String place = "/steps/" + index++;
            said(admission, place + "/data", step.path("data"));
            said(admission, place + "/compensation/data", step.path("compensation").path("data"));
        }
        return admission;
    }

    private static void said(Admission admission, String place, JsonNode data) {
        if (data instanceof ObjectNode object) {
            password(admission, place, object, "registryAuth");
        }
    }

    private static void password(
            Admission admission, String place, ObjectNode config, String part) {
        if (!(config.get(part) instanceof ObjectNode holder) || !holder.has(PASSWORD)) {
            return;
        }
        String pointer = place + "/" + part + "/" + PASSWORD;
        JsonNode given = holder.get(PASSWORD);
        if (given.isNull()) {
            return;
        }
        SecretRef ref = given.isString() ? admission.take(pointer, given.stringValue()) : null;
        if (ref == null) {
            admission.refuseUnlessRefused(pointer, "must be text");
            holder.remove(PASSWORD);
            return;
        }
        holder.put(PASSWORD, ref.value());
    }

    private static void variable(
            Admission admission, ObjectNode environment, String name, JsonNode given) {
        if (given.isNull()) {
            return;
        }
        String pointer = POINTER + "/environment/" + Pointers.escape(name);
        JsonNode value = given.isObject() ? given.path(VALUE) : given;
        boolean marked = given.isObject() && given.path(MARK).asBoolean(false);
        if (!value.isValueNode() || value.isNull() || !wellFormed(given)) {
            admission.refuse(pointer, "must be text, or {value, secret}");
            environment.remove(name);
            return;
        }
        String text = value.asString();
        if (!marked && !SecretNames.isSecret(name, text) && !text.equals(SecretRef.MASK.value())) {
            environment.set(name, StringNode.valueOf(text));
            return;
        }
        SecretRef ref = admission.take(pointer, text);
        if (ref == null) {
            environment.remove(name);
            return;
        }
        environment.putObject(name).put(REF, ref.value());
    }

    private static boolean wellFormed(JsonNode given) {
        if (!given.isObject()) {
            return true;
        }
        boolean known =
                given.propertyNames().stream()
                        .allMatch(name -> name.equals(VALUE) || name.equals(MARK));
        return known && (!given.has(MARK) || given.get(MARK).isBoolean());
    }

    /** What a door error is about; for callers that put several findings together. */
    static FieldError error(String pointer, String message) {
        return new FieldError(pointer, FieldError.INVALID, message);
    }
}
