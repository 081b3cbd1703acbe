package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceSize;

/** A driver that can give its objects another size without making them anew. */
public interface Resizing {
    /**
     * Give the object this size, whatever it had: at once where the engine and what the object does
     * allow it, from its next start on otherwise. What it does is the same afterwards. A part that
     * is absent from the size has no limit. A disk grows to the size and never shrinks: one that is
     * larger stays as it is. Repeated with the same size it changes nothing and tells what still
     * waits for a start. PERMANENT when the engine refuses a part; then none of them has changed,
     * or a repetition with the old size puts them back. NOT_FOUND when there is no such object.
     */
    ResizeOutcome resize(ResourceId resourceId, ResourceSize size, Progress progress);
}
