package dev.aiwm.command.resource;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.AllowedActions;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What may be asked of a resource, and when. Each rule refuses with a code and says what the
 * resource is doing.
 *
 * <p>Force is the way out of whatever is stuck: a forced stop is accepted from every state in which
 * there may be something to stop, and displaces the operation under way. A resource that was never
 * made is not stopped but deleted.
 */
final class ResourceRules {
    private static final Set<ResourceStatus> NOT_YET_MADE =
            EnumSet.of(ResourceStatus.QUEUED, ResourceStatus.DEPLOYING);

    private ResourceRules() {}

    static void theVersionIsTheOneTheCallerSaw(ResourceState state, long expectedSequence) {
        if (expectedSequence >= 0 && expectedSequence != state.sequence()) {
            throw new Rejection(
                    RejectionCode.VERSION_MISMATCH,
                    "the resource has changed since it was read",
                    Map.of("expected", expectedSequence, "actual", state.sequence()));
        }
    }

    static void aDeletedResourceStaysAsItWas(ResourceState state) {
        if (state.isDeleted()) {
            throw refused(state, RejectionCode.ILLEGAL_TRANSITION, "the resource is deleted");
        }
    }

    static void onlyAStoppedOrFailedResourceIsStarted(ResourceState state) {
        nothingElseIsUnderWay(state);
        boolean startable =
                state.status() == ResourceStatus.STOPPED
                        || state.status() == ResourceStatus.FAILED
                        || runsUnwanted(state);
        if (!startable) {
            throw illegal(state, "only a stopped or failed resource can be started");
        }
    }

    /** It runs although it should not: starting it makes that the wish. */
    private static boolean runsUnwanted(ResourceState state) {
        return state.status() == ResourceStatus.RUNNING && state.wanted() != WantedState.RUNNING;
    }

    static void onlyARunningResourceIsStopped(ResourceState state, boolean force) {
        if (force) {
            aResourceIsMadeBeforeItIsStopped(state);
            aDeletionIsNotTurnedIntoAStop(state);
            return;
        }
        nothingElseIsUnderWay(state);
        boolean stoppable =
                state.isAlive()
                        || state.status() == ResourceStatus.STOPPED
                                && state.wanted() != WantedState.STOPPED;
        if (!stoppable) {
            throw illegal(
                    state, "only a running or paused resource can be stopped, others by force");
        }
    }

    private static void aResourceIsMadeBeforeItIsStopped(ResourceState state) {
        if (NOT_YET_MADE.contains(state.status())) {
            throw refused(
                    state,
                    RejectionCode.OPERATION_IN_PROGRESS,
                    "the resource is being made; delete it to give it up");
        }
    }

    private static void aDeletionIsNotTurnedIntoAStop(ResourceState state) {
        if (state.wanted() == WantedState.DELETED) {
            throw illegal(state, "the resource is being deleted");
        }
    }

    static void onlyARunningResourceIsRestarted(ResourceState state) {
        nothingElseIsUnderWay(state);
        if (state.status() != ResourceStatus.RUNNING) {
            throw illegal(state, "only a running resource can be restarted");
        }
    }

    static void onlyAStoppedOrFailedResourceIsReconfigured(
            ResourceState state, ResourceConfig config) {
        nothingElseIsUnderWay(state);
        if (state.status() != ResourceStatus.STOPPED && state.status() != ResourceStatus.FAILED) {
            throw illegal(state, "the configuration can be changed when stopped or failed");
        }
        if (config.resourceType() != state.config().resourceType()) {
            throw refused(
                    state,
                    RejectionCode.NOT_FOR_THIS_TYPE,
                    "the type of a resource cannot be changed");
        }
    }

    static void nothingElseIsUnderWay(ResourceState state) {
        if (state.operation() != null) {
            throw refused(
                    state,
                    RejectionCode.OPERATION_IN_PROGRESS,
                    state.operation().action().isQuiet()
                            ? state.operation().action().wire() + " is under way"
                            : "the resource is " + state.status().wire());
        }
    }

    static Rejection illegal(ResourceState state, String message) {
        return refused(state, RejectionCode.ILLEGAL_TRANSITION, message);
    }

    static Rejection refused(ResourceState state, RejectionCode code, String message) {
        var details = new LinkedHashMap<String, Object>();
        details.put("currentState", state.status().wire());
        details.put(
                "allowedActions",
                AllowedActions.of(state).stream().map(action -> action.wire()).toList());
        if (state.operation() != null) {
            details.put("action", state.operation().action().wire());
            details.put("executionId", state.operation().executionId().value());
        }
        return new Rejection(code, message, details);
    }
}
