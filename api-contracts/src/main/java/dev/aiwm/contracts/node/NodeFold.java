package dev.aiwm.contracts.node;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Fold;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.ComputeReleased;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeCordoned;
import dev.aiwm.contracts.node.event.NodeDescribed;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.NodeFenced;
import dev.aiwm.contracts.node.event.NodeOvercommitChosen;
import dev.aiwm.contracts.node.event.NodeReadmitted;
import dev.aiwm.contracts.node.event.NodeRelabelled;
import dev.aiwm.contracts.node.event.NodeRemoved;
import dev.aiwm.contracts.node.event.NodeRenamed;
import dev.aiwm.contracts.node.event.NodeShutOut;
import dev.aiwm.contracts.node.event.NodeTokenIssued;
import dev.aiwm.contracts.node.event.NodeTokenRevoked;
import dev.aiwm.contracts.node.event.NodeUncordoned;
import dev.aiwm.contracts.node.event.NodeUnfenced;
import dev.aiwm.contracts.node.event.NodeWarningCleared;
import dev.aiwm.contracts.node.event.NodeWarningRaised;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.node.event.ReservationExpired;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.node.ledger.Allocations;
import dev.aiwm.contracts.node.ledger.Claims;

import java.util.ArrayList;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the events of a node add up to: the node and its ledger. */
public final class NodeFold {
    private static final Fold<NodeState, NodeEvent> FOLD =
            Fold.<NodeState, NodeEvent>over(NodeEvent.class)
                    .on(NodeEnrolled.class, NodeFold::enrolled)
                    .on(NodeRenamed.class, step((draft, event) -> draft.name = event.name()))
                    .on(
                            NodeDescribed.class,
                            step((draft, event) -> draft.description = event.description()))
                    .on(NodeRelabelled.class, step((draft, event) -> draft.labels = event.labels()))
                    .on(
                            NodeOvercommitChosen.class,
                            step((draft, event) -> draft.cpuOvercommit = event.cpuOvercommit()))
                    .on(
                            NodeRemoved.class,
                            step((draft, event) -> draft.status = NodeStatus.REMOVED))
                    .on(NodeCordoned.class, step(NodeFold::cordoned))
                    .on(NodeUncordoned.class, step(NodeFold::uncordoned))
                    .on(NodeTokenIssued.class, NodeFold::tokenIssued)
                    .on(NodeTokenRevoked.class, step(NodeFold::tokenRevoked))
                    .on(NodeConnected.class, NodeFold::connected)
                    .on(NodeFenced.class, NodeFold::fenced)
                    .on(NodeUnfenced.class, step(NodeFold::unfenced))
                    .on(NodeShutOut.class, step(NodeFold::shutOut))
                    .on(NodeReadmitted.class, step((draft, event) -> draft.shutOut = false))
                    .on(NodeWarningRaised.class, NodeFold::warned)
                    .on(NodeWarningCleared.class, step(NodeFold::cleared))
                    .on(CapacityReserved.class, NodeFold::reserved)
                    .on(
                            ReservationConfirmed.class,
                            step(
                                    (draft, event) ->
                                            change(draft, event.resourceId(), NodeFold::confirmed)))
                    .on(
                            ReservationExpired.class,
                            step((draft, event) -> remove(draft, event.resourceId())))
                    .on(
                            CapacityReleased.class,
                            step((draft, event) -> remove(draft, event.resourceId())))
                    .on(
                            ComputeReleased.class,
                            step(
                                    (draft, event) ->
                                            reclaim(draft, event.resourceId(), event.remaining())))
                    .on(
                            CapacityClaimed.class,
                            step(
                                    (draft, event) ->
                                            reclaim(draft, event.resourceId(), event.claims())))
                    .total();

    private NodeFold() {}

    public static NodeState evolve(NodeState before, NodeEvent event, EventFacts facts) {
        return FOLD.evolve(before, event, facts);
    }

    private static NodeState enrolled(NodeState before, NodeEnrolled event, EventFacts facts) {
        var draft = new NodeDraft();
        draft.nodeId = event.nodeId();
        draft.name = event.name();
        draft.description = event.description();
        draft.roles = event.roles();
        draft.labels = event.labels();
        draft.owner = event.owner();
        draft.status = NodeStatus.PENDING;
        draft.epoch = before == null ? 0 : before.epoch();
        draft.cpuOvercommit = event.cpuOvercommit();
        draft.allocations = Allocations.NONE;
        draft.createdAt = facts.timestamp();
        return done(draft, facts);
    }

    private static void cordoned(NodeDraft draft, NodeCordoned event) {
        draft.cordoned = true;
        draft.cordonReason = event.reason();
    }

    private static void uncordoned(NodeDraft draft, NodeUncordoned event) {
        draft.cordoned = false;
        draft.cordonReason = null;
    }

    private static NodeState tokenIssued(
            NodeState before, NodeTokenIssued event, EventFacts facts) {
        var draft = new NodeDraft(before);
        var tokens = new ArrayList<NodeToken>();
        for (var token : before.tokens()) {
            if (token.expiresAt().isAfter(facts.timestamp())) {
                tokens.add(token);
            }
        }
        tokens.add(
                new NodeToken(
                        event.tokenId(),
                        facts.timestamp(),
                        event.expiresAt(),
                        event.description(),
                        false));
        draft.tokens = tokens;
        return done(draft, facts);
    }

    private static void tokenRevoked(NodeDraft draft, NodeTokenRevoked event) {
        draft.tokens =
                draft.tokens.stream()
                        .map(
                                token ->
                                        token.tokenId().equals(event.tokenId())
                                                ? revoked(token)
                                                : token)
                        .toList();
    }

    private static NodeToken revoked(NodeToken token) {
        return new NodeToken(
                token.tokenId(), token.issuedAt(), token.expiresAt(), token.description(), true);
    }

    private static NodeState connected(NodeState before, NodeConnected event, EventFacts facts) {
        var draft = new NodeDraft(before);
        draft.epoch = event.epoch();
        draft.inventory = event.inventory();
        draft.status = before.fenced() ? before.status() : NodeStatus.ONLINE;
        draft.connectedAt = facts.timestamp();
        return done(draft, facts);
    }

    private static NodeState fenced(NodeState before, NodeFenced event, EventFacts facts) {
        var draft = new NodeDraft(before);
        draft.fenced = true;
        draft.fenceReason = event.reason();
        draft.fencedAt = facts.timestamp();
        draft.status = NodeStatus.OFFLINE;
        return done(draft, facts);
    }

    private static void shutOut(NodeDraft draft, NodeShutOut event) {
        draft.shutOut = true;
        if (draft.fenced) {
            draft.fenceReason = event.reason();
        }
    }

    private static void unfenced(NodeDraft draft, NodeUnfenced event) {
        draft.fenced = false;
        draft.fenceReason = null;
        draft.fencedAt = null;
        draft.status = NodeStatus.ONLINE;
    }

    private static NodeState reserved(NodeState before, CapacityReserved event, EventFacts facts) {
        var draft = new NodeDraft(before);
        draft.allocations =
                before.allocations()
                        .with(
                                new Allocation(
                                        event.resourceId(),
                                        event.resourceName(),
                                        event.claims(),
                                        false,
                                        event.expiresAt(),
                                        facts.timestamp()));
        return done(draft, facts);
    }

    private static Allocation confirmed(Allocation held) {
        return new Allocation(
                held.resourceId(), held.resourceName(), held.claims(), true, null, held.since());
    }

    private static void reclaim(NodeDraft draft, ResourceId resourceId, Claims claims) {
        change(
                draft,
                resourceId,
                held ->
                        new Allocation(
                                held.resourceId(),
                                held.resourceName(),
                                claims,
                                held.confirmed(),
                                held.expiresAt(),
                                held.since()));
    }

    private static void change(
            NodeDraft draft, ResourceId resourceId, UnaryOperator<Allocation> change) {
        var held = draft.allocations.get(resourceId.value());
        if (held != null) {
            draft.allocations = draft.allocations.with(change.apply(held));
        }
    }

    private static void remove(NodeDraft draft, ResourceId resourceId) {
        draft.allocations = draft.allocations.without(resourceId);
    }

    private static NodeState warned(NodeState before, NodeWarningRaised event, EventFacts facts) {
        var draft = new NodeDraft(before);
        var raised =
                new NodeWarning(event.kind(), event.subject(), event.message(), facts.timestamp());
        draft.warnings = Stream.concat(before.warnings().stream(), Stream.of(raised)).toList();
        return done(draft, facts);
    }

    private static void cleared(NodeDraft draft, NodeWarningCleared event) {
        draft.warnings =
                draft.warnings.stream()
                        .filter(warning -> !warning.isOf(event.kind(), event.subject()))
                        .toList();
    }

    private static <T extends NodeEvent> Fold.Step<NodeState, T> step(
            BiConsumer<NodeDraft, T> change) {
        return (before, event, facts) -> {
            var draft = new NodeDraft(before);
            change.accept(draft, event);
            return done(draft, facts);
        };
    }

    private static NodeState done(NodeDraft draft, EventFacts facts) {
        draft.updatedAt = facts.timestamp();
        draft.sequence = facts.sequence();
        return draft.done();
    }
}
