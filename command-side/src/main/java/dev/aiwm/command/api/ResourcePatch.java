package dev.aiwm.command.api;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.OnDivergence;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.InvalidRequest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A merge patch of a resource.
 *
 * @param describes the patch says something of the description, if only that there is none
 * @param labels null values remove
 * @param wanted null, running or stopped
 * @param config the patch of the configuration, null when it says nothing of it
 */
record ResourcePatch(
        String name,
        boolean describes,
        String description,
        Map<String, String> labels,
        ComputeWhenStopped computeWhenStopped,
        OnDivergence onDivergence,
        WantedState wanted,
        JsonNode config) {
    private static final String ON_DIVERGENCE = "onDivergence";
    private static final Set<String> FIELDS =
            Set.of(
                    "name",
                    "description",
                    "labels",
                    "computeWhenStopped",
                    ON_DIVERGENCE,
                    "status",
                    "config");
    private static final Set<String> FIXED =
            Set.of("_id", "resourceType", "nodeId", "owner", "nodeSelector", "placementStrategy");
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 2000;

    static ResourcePatch read(ObjectNode body, ResourceForms forms) {
        fieldsAreKnown(body);
        List<FieldError> errors = new ArrayList<>();
        String name = text(body, "name", LONGEST_NAME, errors);
        if (body.has("name") && (name == null || name.isBlank())) {
            errors.add(new FieldError("/name", FieldError.REQUIRED, "must not be blank"));
        }
        String description = text(body, "description", LONGEST_DESCRIPTION, errors);
        Map<String, String> labels = labels(body, errors);
        if (body.has("config") && !body.get("config").isObject()) {
            errors.add(new FieldError("/config", FieldError.INVALID, "must be an object"));
        }
        ResourceForms.refuse(errors);
        return new ResourcePatch(
                name,
                body.has("description"),
                description,
                labels,
                policy(body, forms),
                onDivergence(body, forms),
                wanted(body),
                body.get("config"));
    }

    private static void fieldsAreKnown(ObjectNode body) {
        List<FieldError> errors = new ArrayList<>();
        for (String field : body.propertyNames()) {
            if (FIXED.contains(field)) {
                errors.add(new FieldError("/" + field, FieldError.INVALID, "cannot be changed"));
            } else if (!FIELDS.contains(field)) {
                errors.add(
                        new FieldError(
                                "/" + field,
                                FieldError.UNKNOWN_FIELD,
                                "is not a known field: " + field));
            }
        }
        ResourceForms.refuse(errors);
    }

    private static String text(
            ObjectNode body, String field, int longest, List<FieldError> errors) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() || value.stringValue().length() > longest) {
            errors.add(
                    new FieldError(
                            "/" + field,
                            FieldError.INVALID,
                            "must be text of at most " + longest + " characters"));
            return null;
        }
        return value.stringValue();
    }

    private static Map<String, String> labels(ObjectNode body, List<FieldError> errors) {
        if (!body.has("labels")) {
            return null;
        }
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, String> set = new LinkedHashMap<>();
        if (!(body.get("labels") instanceof ObjectNode given)) {
            errors.add(new FieldError("/labels", FieldError.INVALID, "must be an object"));
            return labels;
        }
        given.properties()
                .forEach(
                        label -> {
                            JsonNode value = label.getValue();
                            String text = value.isString() ? value.stringValue() : null;
                            labels.put(label.getKey(), text);
                            if (!value.isNull()) {
                                set.put(label.getKey(), text);
                            }
                        });
        ResourceForms.labels("/labels", set, errors);
        return labels;
    }

    private static ComputeWhenStopped policy(ObjectNode body, ResourceForms forms) {
        if (!body.has("computeWhenStopped")) {
            return null;
        }
        ComputeWhenStopped policy =
                forms.read(
                                body.objectNode()
                                        .set("computeWhenStopped", body.get("computeWhenStopped")),
                                Policy.class)
                        .computeWhenStopped();
        if (policy == null) {
            throw InvalidRequest.of(
                    new FieldError(
                            "/computeWhenStopped", FieldError.INVALID, "must be keep or release"));
        }
        return policy;
    }

    private record Policy(ComputeWhenStopped computeWhenStopped) {}

    private static OnDivergence onDivergence(ObjectNode body, ResourceForms forms) {
        if (!body.has(ON_DIVERGENCE)) {
            return null;
        }
        var chosen = body.objectNode().set(ON_DIVERGENCE, body.get(ON_DIVERGENCE));
        OnDivergence policy = forms.read(chosen, Reaction.class).onDivergence();
        if (policy == null) {
            throw InvalidRequest.of(
                    new FieldError(
                            "/" + ON_DIVERGENCE, FieldError.INVALID, "must be restore or accept"));
        }
        return policy;
    }

    private record Reaction(OnDivergence onDivergence) {}

    /** By hand a resource is only ever told to run or to stop (C19). */
    private static WantedState wanted(ObjectNode body) {
        if (!body.has("status")) {
            return null;
        }
        String status = body.get("status").asString("");
        if (status.equals(WantedState.RUNNING.wire())) {
            return WantedState.RUNNING;
        }
        if (status.equals(WantedState.STOPPED.wire())) {
            return WantedState.STOPPED;
        }
        throw new Rejection(
                RejectionCode.STATUS_NOT_SETTABLE,
                "/status can be set to running or stopped only",
                Map.of("allowed", List.of("running", "stopped")));
    }

    boolean changesFields() {
        return name != null
                || describes
                || labels != null
                || computeWhenStopped != null
                || onDivergence != null
                || config != null;
    }
}
