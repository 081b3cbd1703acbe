package dev.aiwm.contracts.resource;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Fold;
import dev.aiwm.contracts.resource.event.ResourceDivergenceAccepted;
import dev.aiwm.contracts.resource.event.ResourceDivergencePolicyChosen;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceRestorationGivenUp;
import dev.aiwm.contracts.resource.event.ResourceRestorationScheduled;
import dev.aiwm.contracts.resource.event.ResourceRestorationStarted;

/** What becomes of the wish when something else was seen. */
final class RestorationSteps {
    private RestorationSteps() {}

    static Fold.Builder<ResourceState, ResourceEvent> on(
            Fold.Builder<ResourceState, ResourceEvent> fold) {
        return fold.on(
                        ResourceDivergencePolicyChosen.class,
                        ResourceFold.step(
                                (draft, event) -> draft.onDivergence = event.onDivergence()))
                .on(ResourceDivergenceAccepted.class, ResourceFold.step(RestorationSteps::accepted))
                .on(ResourceRestorationScheduled.class, ResourceFold.step(RestorationSteps::waits))
                .on(ResourceRestorationStarted.class, RestorationSteps::started)
                .on(
                        ResourceRestorationGivenUp.class,
                        ResourceFold.step((draft, event) -> draft.restoration = null));
    }

    private static void accepted(ResourceDraft draft, ResourceDivergenceAccepted event) {
        draft.wanted = event.wanted();
        draft.divergedSince = null;
        draft.restoration = null;
    }

    private static void waits(ResourceDraft draft, ResourceRestorationScheduled event) {
        var last = draft.restoration;
        draft.restoration =
                new Restoration(
                        event.attempt(),
                        event.dueAt(),
                        last == null ? null : last.executionId(),
                        last == null ? null : last.begunAt());
    }

    private static ResourceState started(
            ResourceState before, ResourceRestorationStarted event, EventFacts facts) {
        var draft = new ResourceDraft(before);
        draft.restoration =
                new Restoration(event.attempt(), null, event.executionId(), facts.timestamp());
        return ResourceFold.done(draft, facts);
    }

    /** What was seen anew is judged anew. */
    static void letGo(ResourceDraft draft) {
        if (draft.restoration != null) {
            draft.restoration = draft.restoration.withoutWaiting();
        }
    }

    /** Whoever asks for something else begins a new story. */
    static void begun(ResourceDraft draft, ExecutionId executionId) {
        boolean own =
                draft.restoration != null && executionId.equals(draft.restoration.executionId());
        if (!own) {
            draft.restoration = null;
        }
    }
}
