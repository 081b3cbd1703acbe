package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.AgentData;

/** Where messages to the controller go. */
@FunctionalInterface
public interface Outgoing {
    /** Says whether there was a line to send it on. */
    boolean send(String type, ResourceRef resource, AgentData data);
}
