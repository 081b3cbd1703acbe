package dev.aiwm.contracts.resource;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Fold;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourcePauseRequested;
import dev.aiwm.contracts.resource.event.ResourcePaused;
import dev.aiwm.contracts.resource.event.ResourceResizeRequested;
import dev.aiwm.contracts.resource.event.ResourceResized;
import dev.aiwm.contracts.resource.event.ResourceResumeRequested;
import dev.aiwm.contracts.resource.event.ResourceResumed;
import dev.aiwm.contracts.resource.event.SnapshotDeleted;
import dev.aiwm.contracts.resource.event.SnapshotDeletionRequested;
import dev.aiwm.contracts.resource.event.SnapshotRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestoreRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestored;
import dev.aiwm.contracts.resource.event.SnapshotTaken;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** What pauses, sizes and snapshots add up to. The status changes when they end, if at all. */
final class FurtherSteps {
    /** Changes the draft and says in which status it leaves the resource. */
    @FunctionalInterface
    private interface Ending<T> {
        ResourceStatus end(ResourceDraft draft, T event, EventFacts facts);
    }

    private FurtherSteps() {}

    static Fold.Builder<ResourceState, ResourceEvent> on(
            Fold.Builder<ResourceState, ResourceEvent> fold) {
        return snapshotsOn(sizesOn(pausesOn(fold)));
    }

    private static Fold.Builder<ResourceState, ResourceEvent> pausesOn(
            Fold.Builder<ResourceState, ResourceEvent> fold) {
        return fold.on(
                        ResourcePauseRequested.class,
                        asked(
                                ResourceAction.PAUSE,
                                ResourcePauseRequested::executionId,
                                (draft, event) -> {}))
                .on(ResourcePaused.class, ended(FurtherSteps::paused))
                .on(
                        ResourceResumeRequested.class,
                        asked(
                                ResourceAction.RESUME,
                                ResourceResumeRequested::executionId,
                                (draft, event) -> {}))
                .on(ResourceResumed.class, ended(FurtherSteps::resumed));
    }

    private static Fold.Builder<ResourceState, ResourceEvent> sizesOn(
            Fold.Builder<ResourceState, ResourceEvent> fold) {
        return fold.on(
                        ResourceResizeRequested.class,
                        asked(
                                ResourceAction.RESIZE,
                                ResourceResizeRequested::executionId,
                                (draft, event) ->
                                        draft.resize = new Resize(event.config(), event.claims())))
                .on(ResourceResized.class, ended(FurtherSteps::resized));
    }

    private static Fold.Builder<ResourceState, ResourceEvent> snapshotsOn(
            Fold.Builder<ResourceState, ResourceEvent> fold) {
        return fold.on(
                        SnapshotRequested.class,
                        asked(
                                ResourceAction.SNAPSHOT,
                                SnapshotRequested::executionId,
                                SnapshotSteps::requested))
                .on(SnapshotTaken.class, endedAsItIs(SnapshotSteps::taken))
                .on(
                        SnapshotRestoreRequested.class,
                        asked(
                                ResourceAction.RESTORE_SNAPSHOT,
                                SnapshotRestoreRequested::executionId,
                                SnapshotSteps::restoreRequested))
                .on(SnapshotRestored.class, ended(FurtherSteps::restored))
                .on(
                        SnapshotDeletionRequested.class,
                        asked(
                                ResourceAction.DELETE_SNAPSHOT,
                                SnapshotDeletionRequested::executionId,
                                SnapshotSteps::deletionRequested))
                .on(SnapshotDeleted.class, endedAsItIs(SnapshotSteps::deleted));
    }

    private static ResourceStatus paused(
            ResourceDraft draft, ResourcePaused event, EventFacts facts) {
        draft.wanted = WantedState.PAUSED;
        draft.observed = new Observation(ObservedState.PAUSED, null, null, facts.timestamp());
        return ResourceStatus.PAUSED;
    }

    private static ResourceStatus resumed(
            ResourceDraft draft, ResourceResumed event, EventFacts facts) {
        draft.wanted = WantedState.RUNNING;
        draft.runtime = event.runtime();
        draft.observed = new Observation(ObservedState.RUNNING, null, null, facts.timestamp());
        return ResourceStatus.RUNNING;
    }

    private static ResourceStatus resized(
            ResourceDraft draft, ResourceResized event, EventFacts facts) {
        draft.config = event.config();
        draft.claims = event.claims();
        NextStart.resized(draft, event.fromNextStart());
        if (event.runtime() != null) {
            draft.runtime = event.runtime();
        }
        return draft.status;
    }

    private static ResourceStatus restored(
            ResourceDraft draft, SnapshotRestored event, EventFacts facts) {
        SnapshotSteps.restored(draft, event, facts);
        return ResourceFold.statusSeen(event.state());
    }

    private static <T extends ResourceEvent> Fold.Step<ResourceState, T> asked(
            ResourceAction action,
            Function<T, ExecutionId> execution,
            BiConsumer<ResourceDraft, T> change) {
        return (before, event, facts) -> {
            var draft = new ResourceDraft(before);
            ResourceFold.begin(draft, action, execution.apply(event), facts);
            change.accept(draft, event);
            return ResourceFold.done(draft, facts);
        };
    }

    private static <T extends ResourceEvent> Fold.Step<ResourceState, T> endedAsItIs(
            BiConsumer<ResourceDraft, T> change) {
        return ended(
                (draft, event, facts) -> {
                    change.accept(draft, event);
                    return draft.status;
                });
    }

    /** Why a failed resource failed stays told, whatever else succeeds meanwhile. */
    private static <T extends ResourceEvent> Fold.Step<ResourceState, T> ended(Ending<T> ending) {
        return (before, event, facts) -> {
            var draft = new ResourceDraft(before);
            var status = ending.end(draft, event, facts);
            if (status != ResourceStatus.FAILED) {
                draft.failure = null;
            }
            return ResourceFold.settle(draft, status, facts);
        };
    }
}
