package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Runtime;

/**
 * A driver whose objects can be frozen with all their memory. {@link ResourceDriver#inspect} tells
 * such an object as {@code PAUSED}, with its runtime. {@link ResourceDriver#start} and {@link
 * #resume} let it go on; {@link ResourceDriver#stop} stops it, and may let it go on for that, as
 * what is frozen cannot hear that it is asked.
 */
public interface Pausing {
    /** Stopped or failed: there is nothing to pause. */
    String NOT_RUNNING = "NOT_RUNNING";

    /**
     * Freeze a running object. Repeated on a paused one it changes nothing and tells the same.
     * PERMANENT with {@link #NOT_RUNNING} when it does not run, NOT_FOUND when there is no such
     * object.
     */
    Runtime pause(ResourceId resourceId);

    /**
     * Let a paused object go on, and return when it runs. Repeated on a running one it changes
     * nothing and tells the same. PERMANENT with {@link #NOT_RUNNING} when it is stopped, NOT_FOUND
     * when there is no such object.
     */
    Runtime resume(ResourceId resourceId);
}
