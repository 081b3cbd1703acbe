package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.command.plan.CustomExecutionSettings;
import dev.aiwm.command.vault.Admission;
import dev.aiwm.command.vault.SecretDoor;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.StepOptions;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.command.RetryExecution;
import dev.aiwm.contracts.execution.command.StartExecution;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.problem.Violations;
import dev.aiwm.web.request.IfMatch;

import jakarta.validation.Validator;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From a request to an execution of the steps that a user chose. */
@Component
class CustomExecutions {
    private final SecretDoor door;
    private final ResourceForms forms;
    private final StepForms stepForms;
    private final StepSubjects subjects;
    private final Validator validator;
    private final KnownExecutions executions;
    private final Commands commands;
    private final CustomExecutionSettings limits;

    CustomExecutions(
            SecretDoor door,
            ResourceForms forms,
            StepForms stepForms,
            StepSubjects subjects,
            Validator validator,
            KnownExecutions executions,
            Commands commands,
            CustomExecutionSettings limits) {
        this.door = door;
        this.forms = forms;
        this.stepForms = stepForms;
        this.subjects = subjects;
        this.validator = validator;
        this.executions = executions;
        this.commands = commands;
        this.limits = limits;
    }

    ExecutionState create(JsonNode body, Caller caller, RequestIds ids) {
        if (ids.resumed()) {
            Optional<ExecutionState> made = executions.find(ids.executionId());
            if (made.isPresent()) {
                return made.get();
            }
        }
        ObjectNode object = ResourceForms.object(body);
        Admission secrets = door.admitSteps(ids.executionId().value(), object.get("steps"));
        var request = forms.read(object, CreateExecutionRequest.class);
        var plans = plans(request, secrets);
        var about = refuseUnlessAllowed(plans, caller);
        try {
            secrets.keep();
            return commands.send(command(ids.executionId(), request, plans, about, caller));
        } catch (Rejection rejection) {
            if (executions.find(ids.executionId()).isEmpty()) {
                secrets.forget();
            }
            throw rejection;
        }
    }

    private List<StepPlan> plans(CreateExecutionRequest request, Admission secrets) {
        List<FieldError> errors = new ArrayList<>(secrets.errors());
        errors.addAll(Violations.of(validator.validate(request)));
        ResourceForms.labels("/labels", request.labels(), errors);
        ResourceForms.refuse(errors);
        var plans = stepForms.plans(request, errors);
        refuse(errors);
        return plans;
    }

    private List<ResourceRef> refuseUnlessAllowed(List<StepPlan> plans, Caller caller) {
        List<FieldError> errors = new ArrayList<>();
        var about = subjects.of(plans, caller, errors);
        refuse(errors);
        return about;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw InvalidRequest.of(
                    RejectionCode.INVALID_PLAN,
                    errors.stream().sorted(Comparator.comparing(FieldError::pointer)).toList());
        }
    }

    private StartExecution command(
            ExecutionId id,
            CreateExecutionRequest request,
            List<StepPlan> plans,
            List<ResourceRef> about,
            Caller caller) {
        long timeout =
                request.timeoutSeconds() == null
                        ? limits.timeout().toSeconds()
                        : request.timeoutSeconds();
        var options = new ArrayList<StepOptions>();
        for (int i = 0; i < plans.size(); i++) {
            var step = request.steps().get(i);
            var retry = step.retry();
            options.add(
                    new StepOptions(
                            about.get(i),
                            retry == null ? null : retry.jitter(),
                            retry == null ? null : retry.retryableCodes(),
                            step.expectedSeconds()));
        }
        int priority =
                request.priority() == null ? ExecutionOptions.USUAL_PRIORITY : request.priority();
        return new StartExecution(
                id,
                request.name(),
                ResourceAction.CUSTOM,
                about.stream().distinct().count() == 1
                        ? about.get(0)
                        : new ResourceRef("execution", id.value()),
                caller.asOwner(),
                plans,
                timeout,
                new ExecutionOptions(request.labels(), priority, options));
    }

    /** What was allowed once may not be any more, so that is looked at again. */
    ExecutionState retry(ExecutionState before, String fromStep, Caller caller, IfMatch version) {
        if (before.action() == ResourceAction.CUSTOM) {
            refuseUnlessAllowed(before.steps().stream().map(StepState::plan).toList(), caller);
        }
        Integer from = fromStep == null ? null : stepOf(before, fromStep, "/fromStep");
        return commands.send(
                new RetryExecution(before.executionId(), from, version.expectedSequence()));
    }

    /** A step by its name, or by its index. */
    static int stepOf(ExecutionState state, String named, String place) {
        for (var step : state.steps()) {
            if (step.plan().name().equals(named)) {
                return step.index();
            }
        }
        boolean index = named.matches("[0-9]{1,4}");
        if (index && Integer.parseInt(named) < state.steps().size()) {
            return Integer.parseInt(named);
        }
        throw InvalidRequest.of(
                RejectionCode.INVALID_PLAN,
                List.of(
                        new FieldError(
                                place,
                                StepOrderCheck.UNKNOWN_STEP,
                                "is neither name nor index of a step")));
    }
}
