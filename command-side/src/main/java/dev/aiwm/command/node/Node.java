package dev.aiwm.command.node;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.NodeFold;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.ConfirmReservation;
import dev.aiwm.contracts.node.command.ConnectNode;
import dev.aiwm.contracts.node.command.CordonNode;
import dev.aiwm.contracts.node.command.EnrolNode;
import dev.aiwm.contracts.node.command.ExpireReservation;
import dev.aiwm.contracts.node.command.ExtendClaims;
import dev.aiwm.contracts.node.command.FenceNode;
import dev.aiwm.contracts.node.command.IssueNodeToken;
import dev.aiwm.contracts.node.command.ReadmitNode;
import dev.aiwm.contracts.node.command.RecordNodeFindings;
import dev.aiwm.contracts.node.command.ReleaseCapacity;
import dev.aiwm.contracts.node.command.ReleaseCompute;
import dev.aiwm.contracts.node.command.RemoveNode;
import dev.aiwm.contracts.node.command.ReserveCapacity;
import dev.aiwm.contracts.node.command.RevokeNodeToken;
import dev.aiwm.contracts.node.command.SettleClaims;
import dev.aiwm.contracts.node.command.ShutOutNode;
import dev.aiwm.contracts.node.command.UncordonNode;
import dev.aiwm.contracts.node.command.UpdateNode;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeCordoned;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.NodeFenced;
import dev.aiwm.contracts.node.event.NodeReadmitted;
import dev.aiwm.contracts.node.event.NodeRemoved;
import dev.aiwm.contracts.node.event.NodeShutOut;
import dev.aiwm.contracts.node.event.NodeTokenIssued;
import dev.aiwm.contracts.node.event.NodeTokenRevoked;
import dev.aiwm.contracts.node.event.NodeUncordoned;
import dev.aiwm.contracts.node.event.NodeUnfenced;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A node and its ledger: the one place where its capacity is given out.
 *
 * <p>Each connection of its agent gets a new, higher epoch, also after the node was removed and
 * enrolled again. The gateway lets only the session of the newest epoch speak; what is checked here
 * is that a fence is meant for the present epoch.
 */
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "every200Events")
@Revision("3")
public class Node {
    @AggregateIdentifier private NodeId nodeId;
    private NodeState state;

    Node() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    NodeState decide(EnrolNode command) {
        NodeRules.theRatioIsAtLeastOne(command.cpuOvercommit());
        if (state == null || NodeRules.isRemoved(state)) {
            NodeRules.itStaysWhoseItWas(state, command.owner());
            return applied(
                    new NodeEnrolled(
                            command.nodeId(),
                            command.name(),
                            command.description(),
                            command.roles(),
                            command.labels(),
                            command.owner(),
                            command.cpuOvercommit()));
        }
        boolean repeated =
                state.name().equals(command.name())
                        && NodeRules.isOfTheSame(state, command.owner())
                        && state.roles().equals(command.roles())
                        && state.labels().equals(command.labels())
                        && state.cpuOvercommit() == command.cpuOvercommit();
        if (!repeated) {
            throw new Rejection(RejectionCode.ALREADY_EXISTS, "there is another node of this id");
        }
        return state;
    }

    @CommandHandler
    NodeState decide(UpdateNode command) {
        NodeRules.theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        NodeRules.aRemovedNodeStaysAsItWas(state);
        return applied(NodeChanges.between(state, command));
    }

    @CommandHandler
    NodeState decide(RemoveNode command) {
        NodeRules.theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        if (NodeRules.isRemoved(state)) {
            return state;
        }
        NodeRules.nothingIsClaimedOnANodeThatIsRemoved(state);
        return applied(new NodeRemoved(nodeId));
    }

    @CommandHandler
    NodeState decide(CordonNode command) {
        NodeRules.theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        NodeRules.aRemovedNodeStaysAsItWas(state);
        return state.cordoned() ? state : applied(new NodeCordoned(nodeId, command.reason()));
    }

    @CommandHandler
    NodeState decide(UncordonNode command) {
        NodeRules.theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        NodeRules.aRemovedNodeStaysAsItWas(state);
        return state.cordoned() ? applied(new NodeUncordoned(nodeId)) : state;
    }

    @CommandHandler
    NodeState decide(IssueNodeToken command) {
        NodeRules.aRemovedNodeStaysAsItWas(state);
        boolean known =
                state.tokens().stream().anyMatch(t -> t.tokenId().equals(command.tokenId()));
        return known
                ? state
                : applied(
                        new NodeTokenIssued(
                                nodeId,
                                command.tokenId(),
                                command.expiresAt(),
                                command.description()));
    }

    @CommandHandler
    NodeState decide(RevokeNodeToken command) {
        return NodeRules.token(state, command.tokenId()).revoked()
                ? state
                : applied(new NodeTokenRevoked(nodeId, command.tokenId()));
    }

    @CommandHandler
    NodeState decide(ConnectNode command) {
        NodeRules.aRemovedNodeStaysAsItWas(state);
        NodeRules.theTokenIsGood(state, command.tokenId());
        NodeRules.aNodeThatWasShutOutStaysOut(state);
        boolean wasFenced = state.fenced();
        long epoch = state.epoch() + 1;
        applied(new NodeConnected(nodeId, epoch, command.tokenId(), command.inventory()));
        return wasFenced ? applied(new NodeUnfenced(nodeId, epoch)) : state;
    }

    @CommandHandler
    NodeState decide(RecordNodeFindings command) {
        NodeRules.theEpochIsThePresentOne(state, command.epoch());
        return applied(Warnings.news(state, command));
    }

    @CommandHandler
    NodeState decide(FenceNode command) {
        NodeRules.aRemovedNodeStaysAsItWas(state);
        NodeRules.theNodeHasConnected(state);
        NodeRules.theEpochIsThePresentOne(state, command.epoch());
        return state.fenced()
                ? state
                : applied(new NodeFenced(nodeId, command.epoch(), command.reason()));
    }

    @CommandHandler
    NodeState decide(ShutOutNode command) {
        NodeRules.theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        NodeRules.aRemovedNodeStaysAsItWas(state);
        if (state.shutOut()) {
            return state;
        }
        applied(new NodeShutOut(nodeId, command.reason()));
        boolean present = state.inventory() != null && !state.fenced();
        return present ? applied(new NodeFenced(nodeId, state.epoch(), command.reason())) : state;
    }

    @CommandHandler
    NodeState decide(ReadmitNode command) {
        NodeRules.theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        NodeRules.aRemovedNodeStaysAsItWas(state);
        return state.shutOut() ? applied(new NodeReadmitted(nodeId)) : state;
    }

    @CommandHandler
    NodeState decide(ReserveCapacity command, Clock clock) {
        return applied(Reservations.decide(state, command, clock.instant()));
    }

    @CommandHandler
    NodeState decide(ConfirmReservation command) {
        return applied(Reservations.decide(state, command));
    }

    @CommandHandler
    NodeState decide(ExpireReservation command, Clock clock) {
        return applied(Reservations.decide(state, command, clock.instant()));
    }

    @CommandHandler
    NodeState decide(ExtendClaims command) {
        return applied(Reservations.decide(state, command));
    }

    @CommandHandler
    NodeState decide(SettleClaims command) {
        return applied(Reservations.decide(state, command));
    }

    @CommandHandler
    NodeState decide(ReleaseCapacity command) {
        return applied(Reservations.decide(state, command));
    }

    @CommandHandler
    NodeState decide(ReleaseCompute command) {
        return applied(Reservations.decide(state, command));
    }

    @EventSourcingHandler
    void evolve(NodeEvent event, @SequenceNumber long sequence, @Timestamp Instant timestamp) {
        state = NodeFold.evolve(state, event, new EventFacts(sequence, timestamp));
        nodeId = state.nodeId();
    }

    private NodeState applied(NodeEvent event) {
        return applied(List.of(event));
    }

    private NodeState applied(List<NodeEvent> events) {
        events.forEach(event -> apply(event));
        return state;
    }
}
