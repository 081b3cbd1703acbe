package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.ResourceId;

/** A driver whose objects have consoles, as virtual machines do. */
public interface Consoles {
    /** Takes part in the serial console of a running object. */
    Conversation serialConsole(ResourceId resourceId, ByteOutput output);

    /**
     * Makes the screen of a running object ready for one visitor: with a password made for this
     * call, good for a short while.
     */
    VncScreen vncScreen(ResourceId resourceId);
}
