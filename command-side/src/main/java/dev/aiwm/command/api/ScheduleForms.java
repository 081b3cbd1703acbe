package dev.aiwm.command.api;

import dev.aiwm.command.bulk.BulkSettings;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.aim.MatchingResources;
import dev.aiwm.contracts.schedule.aim.OneResource;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.Violations;

import jakarta.validation.Validator;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** Reads requests about schedules and checks them. */
@Component
class ScheduleForms {
    private static final String TIMING = "timing";
    private static final String OPERATION = "operation";

    private final ResourceForms forms;
    private final JsonMapper json;
    private final Validator validator;
    private final BulkSettings settings;

    ScheduleForms(
            ResourceForms forms, JsonMapper json, Validator validator, BulkSettings settings) {
        this.forms = forms;
        this.json = json;
        this.validator = validator;
        this.settings = settings;
    }

    ScheduleRequest creation(JsonNode body) {
        var request = checked(ResourceForms.object(body));
        if (Boolean.FALSE.equals(request.enabled())) {
            ResourceForms.refuse(
                    List.of(
                            new FieldError(
                                    "/enabled",
                                    FieldError.INVALID,
                                    "can be false once the schedule is there")));
        }
        return request;
    }

    /** A schedule as a merge patch leaves it; another kind of timing or operation is a new one. */
    ScheduleRequest change(ScheduleState before, ObjectNode patch) {
        ObjectNode present = json.valueToTree(requestOf(before));
        letGo(present, patch, TIMING, "type");
        letGo(present, patch, OPERATION, "action");
        return checked((ObjectNode) MergePatch.apply(present, patch));
    }

    private static void letGo(ObjectNode present, ObjectNode patch, String field, String kind) {
        JsonNode wanted = patch.path(field).path(kind);
        if (!wanted.isMissingNode() && !wanted.equals(present.path(field).path(kind))) {
            present.remove(field);
        }
    }

    private static ScheduleRequest requestOf(ScheduleState state) {
        var target = state.plan().target();
        return new ScheduleRequest(
                state.name(),
                state.timing(),
                target instanceof OneResource one ? one.resourceId().value() : null,
                target instanceof MatchingResources many ? many.filter() : null,
                state.plan().task(),
                state.plan().retention(),
                state.missedRuns(),
                state.plan().parallelism(),
                state.enabled());
    }

    private ScheduleRequest checked(ObjectNode body) {
        ScheduleRequest request = forms.read(body, ScheduleRequest.class);
        List<FieldError> errors = new ArrayList<>(Violations.of(validator.validate(request)));
        if (errors.isEmpty()) {
            var findings = new Findings();
            ScheduleRules.check(request, settings.mostParallel(), findings);
            errors.addAll(findings.all());
        }
        ResourceForms.refuse(errors);
        return request;
    }
}
