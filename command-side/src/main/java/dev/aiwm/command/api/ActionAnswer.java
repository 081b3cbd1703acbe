package dev.aiwm.command.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.Map;

/** The answer to an action, as the founding documents show it (R028). */
@Schema(name = "ActionAnswer")
record ActionAnswer(
        boolean success,
        String message,
        String resourceId,
        ResourceAction action,
        Instant timestamp,
        @JsonInclude(JsonInclude.Include.ALWAYS) String executionId,
        ResourceStatus status) {
    private static final Map<ResourceAction, ResourceStatus> AIMS =
            Map.of(
                    ResourceAction.START, ResourceStatus.RUNNING,
                    ResourceAction.RESTART, ResourceStatus.RUNNING,
                    ResourceAction.STOP, ResourceStatus.STOPPED,
                    ResourceAction.DELETE, ResourceStatus.DELETED);

    ActionAnswer {
        requireNonNull(message, "message is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(action, "action is null");
        requireNonNull(timestamp, "timestamp is null");
    }

    static ActionAnswer requested(ResourceAction action, ResourceState state, Instant now) {
        return new ActionAnswer(
                true,
                kindOf(state) + " " + action.wire() + " requested",
                state.resourceId().value(),
                action,
                now,
                state.operation() == null ? null : state.operation().executionId().value(),
                state.status());
    }

    static ActionAnswer ended(ResourceAction action, ResourceState state, Instant now) {
        boolean reached = state.status() == AIMS.get(action);
        String outcome =
                reached
                        ? kindOf(state) + " is " + state.status().wire()
                        : kindOf(state) + " " + action.wire() + " failed" + reasonOf(state);
        return new ActionAnswer(
                reached,
                outcome,
                state.resourceId().value(),
                action,
                now,
                state.executionId() == null ? null : state.executionId().value(),
                state.status());
    }

    private static String reasonOf(ResourceState state) {
        return state.failure() == null ? "" : ": " + state.failure().message();
    }

    private static String kindOf(ResourceState state) {
        return state.config().resourceType().isVirtualMachine() ? "VM" : "Container";
    }
}
