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
                    ResourceAction.PAUSE, ResourceStatus.PAUSED,
                    ResourceAction.RESUME, ResourceStatus.RUNNING,
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
                kindOf(state) + " " + words(action) + " requested",
                state.resourceId().value(),
                action,
                now,
                state.operation() == null ? null : state.operation().executionId().value(),
                state.status());
    }

    /** Something else is under way by now, which was asked for since. */
    static ActionAnswer overtaken(ResourceAction action, ResourceState state, Instant now) {
        return new ActionAnswer(
                false,
                "%s %s was overtaken by %s"
                        .formatted(kindOf(state), words(action), words(state.operation().action())),
                state.resourceId().value(),
                action,
                now,
                state.operation().executionId().value(),
                state.status());
    }

    /** The resource is what the action wants it to be. */
    static boolean isReached(ResourceAction action, ResourceState state) {
        return state.status() == AIMS.get(action);
    }

    static ActionAnswer ended(
            ResourceAction action, ResourceState state, boolean reached, Instant now) {
        String outcome =
                reached
                        ? success(action, state)
                        : kindOf(state) + " " + words(action) + " failed" + reasonOf(state);
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

    private static String success(ResourceAction action, ResourceState state) {
        return AIMS.containsKey(action)
                ? kindOf(state) + " is " + state.status().wire()
                : kindOf(state) + " " + words(action) + " done";
    }

    private static String words(ResourceAction action) {
        return action.wire().replace('-', ' ');
    }

    private static String kindOf(ResourceState state) {
        return state.config().resourceType().isVirtualMachine() ? "VM" : "Container";
    }
}
