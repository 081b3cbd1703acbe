package dev.aiwm.command.gateway;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.outbox.OutboxMessage;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.UpdateNode;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceStopPolicyChosen;
import dev.aiwm.support.log.EventLog;

import java.util.List;
import java.util.Optional;

/**
 * Whether a step that a user planned may still be done: its resource holds on the node what it held
 * when the plan was accepted. The ledger itself is asked, at the last moment.
 */
final class ClaimsCheck {
    static final String NO_CONFIRMED_CLAIMS = "NO_CONFIRMED_CLAIMS";
    private static final String NODE = "node";
    private static final List<String> STARTING = List.of(".start", ".restart", ".resume");
    private static final long ANY_VERSION = -1;

    private final Commands commands;
    private final EventLog log;

    ClaimsCheck(Commands commands, EventLog log) {
        this.commands = commands;
        this.log = log;
    }

    /** What a node is asked about itself needs no claims. */
    static boolean concerns(OutboxMessage message) {
        return !message.subject().type().equals(NODE);
    }

    /** Why not; empty when it may. */
    Optional<String> refusal(OutboxMessage message) {
        if (!concerns(message)) {
            return Optional.empty();
        }
        var id = ResourceId.of(message.subject().id());
        var held = present(message).allocationOf(id);
        if (held == null || !held.confirmed()) {
            return Optional.of("the resource has no confirmed claims on the node any more");
        }
        boolean rests = held.claims().equals(held.claims().withoutCompute());
        return rests && STARTING.stream().anyMatch(message.type()::endsWith) && mayRest(id)
                ? Optional.of("the resource has given back what it computes with")
                : Optional.empty();
    }

    /** One that keeps its compute may have claimed none: a container without limits. */
    private boolean mayRest(ResourceId id) {
        var policies =
                log.readAggregate(id.toString()).stream()
                        .map(event -> policyOf(event.payload()))
                        .flatMap(Optional::stream)
                        .toList();
        return policies.isEmpty() || policies.contains(ComputeWhenStopped.RELEASE);
    }

    private static Optional<ComputeWhenStopped> policyOf(Object event) {
        if (event instanceof ResourceCreated created) {
            return Optional.of(created.computeWhenStopped());
        }
        return event instanceof ResourceStopPolicyChosen chosen
                ? Optional.of(chosen.computeWhenStopped())
                : Optional.empty();
    }

    /** The node as it is: a change of nothing answers with it. */
    private NodeState present(OutboxMessage message) {
        var id = NodeId.of(message.nodeId());
        return commands.sendAs("policy", new UpdateNode(id, null, null, null, null, ANY_VERSION));
    }
}
