package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ObservedState;

import java.time.Instant;

/** Told on the loop when nothing is under way for a resource any more. */
@FunctionalInterface
public interface WorkListener {
    /**
     * @param leaves the state that the last result tells; null when it tells none
     * @param begun when the work began that it is the result of
     */
    void idle(ResourceId resourceId, ObservedState leaves, Instant begun);
}
