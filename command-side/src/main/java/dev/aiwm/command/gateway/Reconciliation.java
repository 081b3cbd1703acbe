package dev.aiwm.command.gateway;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.command.RecordObservation;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares what an agent manages with what the node's ledger says. The ledger decides: what has no
 * claim is removed, and what has one but is not there is absent. For a resource that is still being
 * made, its aggregate knows that absence is no news.
 */
final class Reconciliation {
    private static final Logger LOGGER = LoggerFactory.getLogger(Reconciliation.class);
    private static final Set<RejectionCode> NOT_OURS =
            EnumSet.of(RejectionCode.NOT_FOUND, RejectionCode.WRONG_NODE);
    private static final Set<String> ENGINES =
            Set.of(Inventory.VIRTUAL_MACHINES, Inventory.CONTAINERS);

    private final AgentCommands commands;
    private final EventLog log;
    private final Clock clock;

    Reconciliation(AgentCommands commands, EventLog log, Clock clock) {
        this.commands = commands;
        this.log = log;
        this.clock = clock;
    }

    /** Records what the agent reported and returns what of it is to stay. */
    List<ResourceId> reconcile(
            NodeSession session, String messageId, NodeState node, List<ManagedResource> managed) {
        var keep = new ArrayList<ResourceId>();
        var reported = new HashSet<ResourceId>();
        for (ManagedResource found : managed) {
            reported.add(found.resourceId());
            if (stays(session, messageId, node, found)) {
                keep.add(found.resourceId());
            } else {
                LOGGER.info(
                        "{} manages {}, which has no claim there: it is to remove it",
                        node.nodeId().value(),
                        found.resourceId());
            }
        }
        for (Allocation held : node.allocations().values()) {
            if (held.confirmed()
                    && !reported.contains(held.resourceId())
                    && wouldBeReported(node, held.resourceId())) {
                var absent = new Observation(ObservedState.ABSENT, null, null, clock.instant());
                record(session, messageId, held.resourceId(), absent, null);
            }
        }
        return keep;
    }

    /** Not if its engine did not answer when the agent looked: nobody knows what that has. */
    private boolean wouldBeReported(NodeState node, ResourceId id) {
        var engines = node.inventory().engines();
        return engines.containsAll(ENGINES)
                || log.readAggregate(id.toString(), 0, 1).stream()
                        .map(LoggedEvent::payload)
                        .filter(ResourceCreated.class::isInstance)
                        .map(ResourceCreated.class::cast)
                        .allMatch(made -> engines.contains(engineOf(made)));
    }

    private static String engineOf(ResourceCreated made) {
        return made.config().resourceType().isVirtualMachine()
                ? Inventory.VIRTUAL_MACHINES
                : Inventory.CONTAINERS;
    }

    private boolean stays(
            NodeSession session, String messageId, NodeState node, ManagedResource found) {
        if (node.allocationOf(found.resourceId()) == null) {
            return false;
        }
        ResourceState known =
                record(
                        session,
                        messageId,
                        found.resourceId(),
                        found.observation(),
                        found.runtime());
        return known != null && !known.isDeleted();
    }

    /** Null when there is no such resource on this node. */
    private ResourceState record(
            NodeSession session,
            String messageId,
            ResourceId resourceId,
            Observation observation,
            Runtime runtime) {
        try {
            ResourceState known =
                    commands.send(
                            session,
                            messageId,
                            new RecordObservation(
                                    resourceId,
                                    session.nodeId(),
                                    session.epoch(),
                                    observation,
                                    runtime));
            session.sightings().note(resourceId, observation, runtime);
            return known;
        } catch (Rejection e) {
            if (NOT_OURS.contains(e.code())) {
                return null;
            }
            throw e;
        }
    }
}
