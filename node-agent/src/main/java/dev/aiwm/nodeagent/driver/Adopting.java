package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.AdoptableContainer;
import dev.aiwm.contracts.resource.Runtime;

/** Taking over what somebody else made in the engine, without interrupting it. */
public interface Adopting {
    /** There is no such container. */
    String CONTAINER_NOT_FOUND = "CONTAINER_NOT_FOUND";

    /** It carries a mark already, this node's or another's. */
    String ALREADY_MANAGED = "ALREADY_MANAGED";

    /** It may do, or be, what no container of ours may. */
    String NOT_ADOPTABLE = "NOT_ADOPTABLE";

    /**
     * What it is made of, by its id or name. Changes nothing. Refuses what could not be taken over.
     */
    AdoptableContainer describe(String containerId);

    /**
     * Give it our mark; nothing else of it changes. Done at once when it is this resource's
     * already. Refuses as {@link #describe} does: it may have changed meanwhile.
     */
    Runtime adopt(ResourceId resourceId, String containerId);

    /** Take the mark away again. Done at once when nothing carries it. */
    void release(ResourceId resourceId, String formerName);
}
