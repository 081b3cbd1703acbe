package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.ResourceId;

/** A driver that can run a program inside a running object. */
public interface Executing {
    /**
     * Starts the program and returns; what it says goes to the output. NOT_FOUND when there is no
     * such object, PERMANENT with {@link #NOT_RUNNING} when it does not run, and with {@link
     * #NO_SUCH_PROGRAM} when there is no such program in it.
     */
    Conversation run(ResourceId resourceId, ProgramRequest request, ByteOutput output);

    String NOT_RUNNING = "NOT_RUNNING";
    String NO_SUCH_PROGRAM = "NO_SUCH_PROGRAM";
}
