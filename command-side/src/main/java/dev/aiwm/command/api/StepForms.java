package dev.aiwm.command.api;

import dev.aiwm.command.plan.CustomExecutionSettings;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.JsonFaults;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes plans of the steps of a request, or says what is wrong with each. */
@Component
class StepForms {
    private static final String GRACE = "gracePeriodSeconds";
    private static final String TYPE = "type";
    private static final String NODE_ID = "[A-Za-z0-9._-]{1,64}";

    private final JsonMapper json;
    private final CustomExecutionSettings limits;

    StepForms(JsonMapper json, CustomExecutionSettings limits) {
        this.json = json;
        this.limits = limits;
    }

    /** Empty when anything was wrong. */
    List<StepPlan> plans(CreateExecutionRequest request, List<FieldError> errors) {
        var steps = request.steps();
        if (steps.size() > limits.mostSteps()) {
            errors.add(tooMuch("/steps", "has at most " + limits.mostSteps()));
            return List.of();
        }
        var order = StepOrderCheck.of(steps, errors);
        seconds("/timeoutSeconds", request.timeoutSeconds(), errors);
        var plans = new ArrayList<StepPlan>();
        for (int i = 0; i < steps.size(); i++) {
            var plan = plan(order, i, steps.get(i), errors);
            if (errors.isEmpty()) {
                plans.add(plan);
            }
        }
        return errors.isEmpty() ? plans : List.of();
    }

    /** Null, or of no use, when anything was wrong. */
    private StepPlan plan(
            StepOrderCheck order,
            int index,
            CreateExecutionRequest.Step step,
            List<FieldError> errors) {
        String place = "/steps/" + index;
        seconds(place + "/timeoutSeconds", step.timeoutSeconds(), errors);
        var retry = retry(place + "/retry", step.retry(), errors);
        var command = command(place, step.action(), step.data(), errors);
        var undo = step.compensation();
        var compensation =
                undo == null
                        ? null
                        : command(place + "/compensation", undo.action(), undo.data(), errors);
        if (!step.nodeId().matches(NODE_ID)) {
            errors.add(new FieldError(place + "/nodeId", FieldError.INVALID, "is no id of a node"));
        }
        if (!errors.isEmpty()) {
            return null;
        }
        return new StepPlan(
                order.name(index),
                NodeId.of(step.nodeId()),
                command,
                order.dependsOn(index),
                step.optional(),
                step.timeoutSeconds() == null
                        ? limits.stepTimeout().toSeconds()
                        : step.timeoutSeconds(),
                retry,
                compensation);
    }

    private void seconds(String place, Long given, List<FieldError> errors) {
        long most = limits.longestTimeout().toSeconds();
        if (given != null && given > most) {
            errors.add(tooMuch(place, "is at most " + most));
        }
    }

    private void milliseconds(String place, Long given, List<FieldError> errors) {
        long most = limits.longestTimeout().toMillis();
        if (given != null && given > most) {
            errors.add(tooMuch(place, "is at most " + most));
        }
    }

    private RetryPolicy retry(
            String place, CreateExecutionRequest.Retry given, List<FieldError> errors) {
        var usual = RetryPolicy.DEFAULT;
        if (given == null) {
            return usual;
        }
        if (given.max() != null && given.max() > limits.mostRetries()) {
            errors.add(tooMuch(place + "/max", "is at most " + limits.mostRetries()));
        }
        milliseconds(place + "/initialDelayMs", given.initialDelayMs(), errors);
        milliseconds(place + "/maxDelayMs", given.maxDelayMs(), errors);
        return new RetryPolicy(
                given.max() == null ? usual.maxRetries() : given.max(),
                given.initialDelayMs() == null ? usual.initialDelayMs() : given.initialDelayMs(),
                given.factor() == null ? usual.factor() : given.factor(),
                given.maxDelayMs() == null ? usual.maxDelayMs() : given.maxDelayMs());
    }

    /** The record of the protocol that the data is; null when it is none. */
    private AgentCommand command(
            String place, String action, Map<String, Object> data, List<FieldError> errors) {
        if (!CustomActions.isAllowed(action)) {
            errors.add(
                    new FieldError(
                            place + "/action",
                            CustomActions.codeOf(action),
                            CustomActions.reasonOf(action)));
            return null;
        }
        ObjectNode said = json.valueToTree(data == null ? Map.of() : data);
        if (said.has(TYPE)) {
            errors.add(
                    new FieldError(
                            place + "/data/" + TYPE,
                            FieldError.UNKNOWN_FIELD,
                            "is not a known field: type"));
            return null;
        }
        if (CustomActions.hasGrace(action) && !said.has(GRACE)) {
            said.put(GRACE, StopRequest.orDefault(null).grace());
        }
        JsonNode grace = said.path(GRACE);
        if (grace.isNumber() && !StopRequest.isGrace(grace.asDouble())) {
            errors.add(tooMuch(place + "/data/" + GRACE, "is 0 to " + StopRequest.MOST_GRACE));
            return null;
        }
        said.put(TYPE, action);
        try {
            return json.treeToValue(said, AgentCommand.class);
        } catch (JacksonException e) {
            errors.addAll(FieldErrors.below(place + "/data", JsonFaults.describe(e)));
            return null;
        }
    }

    private static FieldError tooMuch(String place, String message) {
        return new FieldError(place, FieldError.OUT_OF_RANGE, message);
    }
}
