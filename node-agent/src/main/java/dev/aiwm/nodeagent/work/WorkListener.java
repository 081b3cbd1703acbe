package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ObservedState;

/** Told on the loop when nothing is under way for a resource any more. */
@FunctionalInterface
public interface WorkListener {
    /** {@code leaves} is the state that the last result tells; null when it tells none. */
    void idle(ResourceId resourceId, ObservedState leaves);
}
