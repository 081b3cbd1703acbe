package dev.aiwm.command.api;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.problem.JsonFaults;
import dev.aiwm.web.problem.Violations;

import jakarta.validation.Validator;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads requests about resources after their secrets were taken out, and checks them. */
@Component
class ResourceForms {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,127}");
    private static final int LONGEST_LABEL = 255;
    private static final int MOST_LABELS = 64;

    private final JsonMapper json;
    private final Validator validator;

    ResourceForms(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    static ObjectNode object(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw new Rejection(RejectionCode.MALFORMED_REQUEST, "the body must be a JSON object");
    }

    /**
     * @param found what was wrong with the secrets
     */
    CreateResourceRequest creation(ObjectNode body, List<FieldError> found) {
        CreateResourceRequest request = read(body, CreateResourceRequest.class);
        List<FieldError> errors = new ArrayList<>(found);
        errors.addAll(Violations.of(validator.validate(request)));
        labels("/labels", request.labels(), errors);
        labels("/nodeSelector", request.nodeSelector(), errors);
        if (errors.isEmpty()) {
            errors.addAll(ConfigRules.check(request.config()));
            boolean differ = request.config().resourceType() != request.resourceType();
            if (differ) {
                errors.add(
                        new FieldError(
                                "/config/type",
                                FieldError.CONTRADICTION,
                                "must be the resourceType " + request.resourceType().wire()));
            }
        }
        refuse(errors);
        return request;
    }

    /** A configuration as a merge patch leaves it. */
    ResourceConfig merged(ResourceConfig before, JsonNode patch, List<FieldError> found) {
        ObjectNode config = json.valueToTree(before);
        JsonNode after = MergePatch.apply(config, patch);
        ResourceConfig merged =
                read(json.createObjectNode().set("config", after), Holder.class).config();
        List<FieldError> errors = new ArrayList<>(found);
        errors.addAll(Violations.of(validator.validate(new Holder(merged))));
        if (errors.isEmpty()) {
            errors.addAll(ConfigRules.check(merged));
        }
        refuse(errors);
        return merged;
    }

    /** Lets findings about a configuration point below {@code /config}. */
    private record Holder(
            @jakarta.validation.constraints.NotNull @jakarta.validation.Valid
                    ResourceConfig config) {}

    static void labels(String pointer, Map<String, String> labels, List<FieldError> errors) {
        if (labels == null) {
            return;
        }
        if (labels.size() > MOST_LABELS) {
            errors.add(tooMany(pointer));
        }
        labels.forEach(
                (name, value) -> {
                    boolean good =
                            LABEL.matcher(name).matches()
                                    && value != null
                                    && value.length() <= LONGEST_LABEL;
                    if (!good) {
                        errors.add(
                                new FieldError(
                                        pointer + "/" + name,
                                        FieldError.INVALID,
                                        "must be a short name with a text of at most "
                                                + LONGEST_LABEL));
                    }
                });
    }

    /**
     * Labels as a patch leaves them; null when it says nothing of them. Whoever has too many
     * already may still take some away.
     */
    static Map<String, String> mergedLabels(Map<String, String> before, Map<String, String> patch) {
        Map<String, String> merged = MergePatch.apply(before, patch);
        if (merged != null && merged.size() > MOST_LABELS && merged.size() > before.size()) {
            throw InvalidRequest.of(tooMany("/labels"));
        }
        return merged;
    }

    private static FieldError tooMany(String pointer) {
        return new FieldError(pointer, FieldError.OUT_OF_RANGE, "must be at most " + MOST_LABELS);
    }

    static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw InvalidRequest.of(
                    errors.stream().sorted(Comparator.comparing(FieldError::pointer)).toList());
        }
    }

    /** A patch as a form, checked as bodies are that are read into one. */
    <T> T valid(JsonNode patch, Class<T> type, List<FieldError> errors) {
        T form = read(patch, type);
        errors.addAll(Violations.of(validator.validate(form)));
        return form;
    }

    <T> T read(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw JsonFaults.describe(e);
        }
    }
}
