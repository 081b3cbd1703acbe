package dev.aiwm.nodeagent;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.ResourceStatusReport;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.nodeagent.work.Outgoing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Tells the controller what engine objects do by themselves. What happens while a command works on
 * an object is held back, and forgotten when the command's result says as much or is the newer
 * word; that something is odd about the object no result says. The last word on each object is also
 * held while there is no line. Lives on the loop.
 */
final class StatusReports {
    private final Outgoing outgoing;
    private final Predicate<ResourceId> busy;
    private final Map<ResourceId, ManagedResource> held = new LinkedHashMap<>();
    private boolean listening;

    StatusReports(Outgoing outgoing, Predicate<ResourceId> busy) {
        this.outgoing = outgoing;
        this.busy = busy;
    }

    void changed(ManagedResource now) {
        if (!listening || busy.test(now.resourceId()) || !send(now)) {
            held.put(now.resourceId(), now);
        }
    }

    /**
     * Nothing works on it any more.
     *
     * @param told what the last result said, or null
     * @param begun when the work began that it is the result of
     */
    void idle(ResourceId resourceId, ObservedState told, Instant begun) {
        var last = held.get(resourceId);
        if (last == null) {
            return;
        }
        var seen = last.observation();
        boolean asTold = seen.state() == told && seen.message() == null;
        boolean older = seen.state() != told && told != null && seen.at().isBefore(begun);
        if (asTold || older) {
            held.remove(resourceId);
            return;
        }
        if (listening && send(last)) {
            held.remove(resourceId);
        }
    }

    /** The controller is about to be told everything: what was held is part of that. */
    void startOver() {
        listening = false;
        held.keySet().removeIf(busy.negate());
    }

    /** The controller listens: say what has changed since. */
    void listen() {
        listening = true;
        held.values().removeIf(last -> !busy.test(last.resourceId()) && send(last));
    }

    /** The line is gone. */
    void pause() {
        listening = false;
    }

    private boolean send(ManagedResource now) {
        boolean virtualMachine = now.resourceType().isVirtualMachine();
        return outgoing.send(
                virtualMachine ? MessageType.VM_STATUS : MessageType.CONTAINER_STATUS,
                new ResourceRef(virtualMachine ? "vm" : "container", now.resourceId().value()),
                new ResourceStatusReport(now.resourceId(), now.observation(), now.runtime()));
    }
}
