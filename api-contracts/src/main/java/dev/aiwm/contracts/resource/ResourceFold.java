package dev.aiwm.contracts.resource;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Fold;
import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceDeleted;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;
import dev.aiwm.contracts.resource.event.ResourceDeploymentStarted;
import dev.aiwm.contracts.resource.event.ResourceDescribed;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceLost;
import dev.aiwm.contracts.resource.event.ResourceObserved;
import dev.aiwm.contracts.resource.event.ResourceProvisioningFailed;
import dev.aiwm.contracts.resource.event.ResourceReconfigured;
import dev.aiwm.contracts.resource.event.ResourceRelabelled;
import dev.aiwm.contracts.resource.event.ResourceRenamed;
import dev.aiwm.contracts.resource.event.ResourceRestartRequested;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.ResourceStarted;
import dev.aiwm.contracts.resource.event.ResourceStopPolicyChosen;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;
import dev.aiwm.contracts.resource.event.ResourceStopped;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/** What the events of a resource add up to. */
public final class ResourceFold {
    private static final Fold<ResourceState, ResourceEvent> FOLD =
            RestorationSteps.on(
                            FurtherSteps.on(
                                    Fold.<ResourceState, ResourceEvent>over(ResourceEvent.class)))
                    .on(ResourceCreated.class, ResourceFold::created)
                    .on(
                            ResourceDeploymentStarted.class,
                            step((draft, event) -> draft.status = ResourceStatus.DEPLOYING))
                    .on(ResourceStarted.class, ResourceFold::started)
                    .on(ResourceStopped.class, ResourceFold::stopped)
                    .on(
                            ResourceProvisioningFailed.class,
                            (before, event, facts) -> failed(before, event.failure(), facts))
                    .on(ResourceActionFailed.class, ResourceFold::actionFailed)
                    .on(ResourceStartRequested.class, ResourceFold::startRequested)
                    .on(ResourceStopRequested.class, ResourceFold::stopRequested)
                    .on(ResourceRestartRequested.class, ResourceFold::restartRequested)
                    .on(ResourceDeletionRequested.class, ResourceFold::deletionRequested)
                    .on(ResourceDeleted.class, ResourceFold::deleted)
                    .on(ResourceRenamed.class, step((draft, event) -> draft.name = event.name()))
                    .on(
                            ResourceDescribed.class,
                            step((draft, event) -> draft.description = event.description()))
                    .on(
                            ResourceRelabelled.class,
                            step((draft, event) -> draft.labels = event.labels()))
                    .on(ResourceReconfigured.class, step(ResourceFold::reconfigured))
                    .on(
                            ResourceStopPolicyChosen.class,
                            step(
                                    (draft, event) ->
                                            draft.computeWhenStopped = event.computeWhenStopped()))
                    .on(ResourceObserved.class, ResourceFold::observed)
                    .on(ResourceLost.class, step(ResourceFold::lost))
                    .total();

    private ResourceFold() {}

    public static ResourceState evolve(
            ResourceState before, ResourceEvent event, EventFacts facts) {
        return FOLD.evolve(before, event, facts);
    }

    private static ResourceState created(
            ResourceState before, ResourceCreated event, EventFacts facts) {
        var draft = new ResourceDraft();
        draft.resourceId = event.resourceId();
        draft.name = event.name();
        draft.description = event.description();
        draft.labels = event.labels();
        draft.owner = event.owner();
        draft.nodeId = event.nodeId();
        draft.config = event.config();
        draft.generation = 1;
        draft.claims = event.claims();
        draft.computeWhenStopped = event.computeWhenStopped();
        draft.placement = event.placement();
        draft.simulated = event.simulated();
        draft.wanted = WantedState.RUNNING;
        draft.status = ResourceStatus.QUEUED;
        draft.createdAt = facts.timestamp();
        begin(draft, ResourceAction.CREATE, event.executionId(), facts);
        return done(draft, facts);
    }

    private static ResourceState started(
            ResourceState before, ResourceStarted event, EventFacts facts) {
        var draft = new ResourceDraft(before);
        draft.runtime = event.runtime();
        NextStart.started(draft);
        draft.observed = new Observation(ObservedState.RUNNING, null, null, facts.timestamp());
        draft.failure = null;
        return settle(draft, ResourceStatus.RUNNING, facts);
    }

    private static ResourceState stopped(
            ResourceState before, ResourceStopped event, EventFacts facts) {
        var draft = new ResourceDraft(before);
        draft.observed =
                new Observation(ObservedState.STOPPED, event.exitCode(), null, facts.timestamp());
        draft.failure = null;
        return settle(draft, ResourceStatus.STOPPED, facts);
    }

    private static ResourceState failed(ResourceState before, Failure failure, EventFacts facts) {
        var draft = new ResourceDraft(before);
        draft.failure = failure;
        return settle(draft, ResourceStatus.FAILED, facts);
    }

    private static ResourceState actionFailed(
            ResourceState before, ResourceActionFailed event, EventFacts facts) {
        if (!event.action().isQuiet()) {
            return failed(before, event.failure(), facts);
        }
        var draft = new ResourceDraft(before);
        draft.failure = event.failure();
        return settle(draft, draft.status, facts);
    }

    private static ResourceState startRequested(
            ResourceState before, ResourceStartRequested event, EventFacts facts) {
        var draft = new ResourceDraft(before);
        draft.wanted = WantedState.RUNNING;
        draft.status = ResourceStatus.STARTING;
        draft.claims = event.claims();
        begin(draft, ResourceAction.START, event.executionId(), facts);
        return done(draft, facts);
    }

    private static ResourceState stopRequested(
            ResourceState before, ResourceStopRequested event, EventFacts facts) {
        var draft = new ResourceDraft(before);
        draft.wanted = WantedState.STOPPED;
        draft.status = ResourceStatus.STOPPING;
        begin(draft, ResourceAction.STOP, event.executionId(), facts);
        return done(draft, facts);
    }

    private static ResourceState restartRequested(
            ResourceState before, ResourceRestartRequested event, EventFacts facts) {
        var draft = new ResourceDraft(before);
        draft.wanted = WantedState.RUNNING;
        draft.status = ResourceStatus.RESTARTING;
        begin(draft, ResourceAction.RESTART, event.executionId(), facts);
        return done(draft, facts);
    }

    private static ResourceState deletionRequested(
            ResourceState before, ResourceDeletionRequested event, EventFacts facts) {
        var draft = new ResourceDraft(before);
        draft.wanted = WantedState.DELETED;
        draft.status = ResourceStatus.DELETING;
        begin(draft, ResourceAction.DELETE, event.executionId(), facts);
        return done(draft, facts);
    }

    private static ResourceState deleted(
            ResourceState before, ResourceDeleted event, EventFacts facts) {
        var draft = new ResourceDraft(before);
        draft.deletedAt = facts.timestamp();
        draft.runtime = null;
        draft.failure = null;
        draft.snapshots = List.of();
        draft.observed = new Observation(ObservedState.ABSENT, null, null, facts.timestamp());
        return settle(draft, ResourceStatus.DELETED, facts);
    }

    /** A machine from another image is another machine: the snapshots go with the old disk. */
    private static void reconfigured(ResourceDraft draft, ResourceReconfigured event) {
        if (!Objects.equals(imageOf(draft.config), imageOf(event.config()))) {
            draft.snapshots = List.of();
        }
        NextStart.reconfigured(draft, event.config());
        draft.config = event.config();
        draft.claims = event.claims();
        draft.generation = event.generation();
    }

    private static OsImage imageOf(ResourceConfig config) {
        return config.fold(VirtualMachineConfig::osImage, application -> null, inference -> null);
    }

    private static ResourceState observed(
            ResourceState before, ResourceObserved event, EventFacts facts) {
        var draft = new ResourceDraft(before);
        draft.observed = event.observation();
        RestorationSteps.letGo(draft);
        if (event.runtime() != null) {
            draft.runtime = event.runtime();
        }
        if (draft.operation != null && draft.operation.action().isQuiet()) {
            draft.status = statusSeen(event.observation().state());
            return done(draft, facts);
        }
        if (draft.operation != null) {
            draft.status = statusDuring(draft.operation.action());
            return done(draft, facts);
        }
        return settle(draft, statusSeen(event.observation().state()), facts);
    }

    private static void lost(ResourceDraft draft, ResourceLost event) {
        draft.status = ResourceStatus.UNKNOWN;
        RestorationSteps.letGo(draft);
    }

    public static ResourceStatus statusSeen(ObservedState seen) {
        return switch (seen) {
            case RUNNING -> ResourceStatus.RUNNING;
            case PAUSED -> ResourceStatus.PAUSED;
            case STOPPED -> ResourceStatus.STOPPED;
            case FAILED, ABSENT -> ResourceStatus.FAILED;
            case UNKNOWN -> ResourceStatus.UNKNOWN;
        };
    }

    private static ResourceStatus statusDuring(ResourceAction action) {
        return switch (action) {
            case CREATE -> ResourceStatus.DEPLOYING;
            case START -> ResourceStatus.STARTING;
            case STOP -> ResourceStatus.STOPPING;
            case RESTART -> ResourceStatus.RESTARTING;
            case DELETE -> ResourceStatus.DELETING;
            case PAUSE,
                    RESUME,
                    RESIZE,
                    SNAPSHOT,
                    RESTORE_SNAPSHOT,
                    DELETE_SNAPSHOT,
                    CUSTOM,
                    UNKNOWN ->
                    ResourceStatus.UNKNOWN;
        };
    }

    /** Whatever this displaces is let go. */
    static void begin(
            ResourceDraft draft, ResourceAction action, ExecutionId executionId, EventFacts facts) {
        draft.operation = new Operation(action, executionId, facts.timestamp());
        draft.executionId = executionId;
        draft.divergedSince = null;
        RestorationSteps.begun(draft, executionId);
        draft.resize = null;
        SnapshotSteps.letGo(draft);
    }

    static ResourceState settle(ResourceDraft draft, ResourceStatus status, EventFacts facts) {
        draft.operation = null;
        draft.resize = null;
        SnapshotSteps.letGo(draft);
        draft.status = status;
        boolean asWanted =
                switch (draft.wanted) {
                    case RUNNING -> status == ResourceStatus.RUNNING;
                    case PAUSED -> status == ResourceStatus.PAUSED;
                    case STOPPED -> status == ResourceStatus.STOPPED;
                    case DELETED -> status == ResourceStatus.DELETED;
                    case UNKNOWN -> true;
                };
        if (asWanted) {
            draft.divergedSince = null;
        } else if (draft.divergedSince == null) {
            draft.divergedSince = facts.timestamp();
        }
        return done(draft, facts);
    }

    static <T extends ResourceEvent> Fold.Step<ResourceState, T> step(
            BiConsumer<ResourceDraft, T> change) {
        return (before, event, facts) -> {
            var draft = new ResourceDraft(before);
            change.accept(draft, event);
            return done(draft, facts);
        };
    }

    static ResourceState done(ResourceDraft draft, EventFacts facts) {
        draft.updatedAt = facts.timestamp();
        draft.sequence = facts.sequence();
        return draft.done();
    }
}
