package dev.aiwm.command.node;

import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.contracts.node.NodeToken;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What may be asked of a node, and when; each rule refuses with a code. */
final class NodeRules {
    private static final int MOST_HOLDERS = 5;

    private NodeRules() {}

    static void theVersionIsTheOneTheCallerSaw(NodeState state, long expectedSequence) {
        if (expectedSequence >= 0 && expectedSequence != state.sequence()) {
            throw new Rejection(
                    RejectionCode.VERSION_MISMATCH,
                    "the node has changed since it was read",
                    Map.of("expected", expectedSequence, "actual", state.sequence()));
        }
    }

    static void aRemovedNodeStaysAsItWas(NodeState state) {
        if (isRemoved(state)) {
            throw refused(state, RejectionCode.NODE_REMOVED, "the node was removed");
        }
    }

    static boolean isRemoved(NodeState state) {
        return state.status() == NodeStatus.REMOVED;
    }

    /** Who may see an event of a node is who might see the first, so it is for good. */
    static void itStaysWhoseItWas(NodeState before, Owner owner) {
        if (before != null && !isOfTheSame(before, owner)) {
            throw new Rejection(
                    RejectionCode.ALREADY_EXISTS,
                    "there was a node of this id, for others than this one is for: take another id",
                    Map.of("nodeId", before.nodeId().value()));
        }
    }

    /** Shared as well, or of the same organisation. */
    static boolean isOfTheSame(NodeState state, Owner owner) {
        return Objects.equals(organisation(state.owner()), organisation(owner));
    }

    private static String organisation(Owner owner) {
        return owner == null ? null : owner.orgId();
    }

    static void nothingIsClaimedOnANodeThatIsRemoved(NodeState state) {
        if (state.allocations().isEmpty()) {
            return;
        }
        List<String> holders =
                state.allocations().values().stream()
                        .limit(MOST_HOLDERS)
                        .map(held -> held.resourceId().value())
                        .toList();
        throw new Rejection(
                RejectionCode.NODE_IN_USE,
                "resources still hold something of the node",
                Map.of("holders", holders, "holderCount", state.allocations().size()));
    }

    static void theRatioIsAtLeastOne(double cpuOvercommit) {
        if (!(cpuOvercommit >= 1) || Double.isInfinite(cpuOvercommit)) {
            throw new Rejection(
                    RejectionCode.VALIDATION_FAILED,
                    "a CPU core is promised once at least",
                    Map.of("cpuOvercommit", String.valueOf(cpuOvercommit)));
        }
    }

    static void theNodeHasConnected(NodeState state) {
        if (state.inventory() == null) {
            throw refused(
                    state, RejectionCode.NODE_NOT_CONNECTED, "the node has not connected yet");
        }
    }

    static void aFencedNodeIsLeftAlone(NodeState state) {
        if (state.fenced()) {
            throw refused(
                    state,
                    RejectionCode.NODE_FENCED,
                    "the node is cut off: " + state.fenceReason());
        }
    }

    static void aNodeThatWasShutOutStaysOut(NodeState state) {
        if (state.shutOut()) {
            throw refused(state, RejectionCode.NODE_FENCED, "an operator has fenced the node");
        }
    }

    static void nothingNewComesToACordonedNode(NodeState state) {
        if (state.cordoned()) {
            String reason = state.cordonReason() == null ? "" : ": " + state.cordonReason();
            throw refused(state, RejectionCode.NODE_CORDONED, "the node is cordoned" + reason);
        }
    }

    static void theTokenIsGood(NodeState state, String tokenId) {
        NodeToken token = token(state, tokenId);
        if (token.revoked()) {
            throw refused(state, RejectionCode.TOKEN_REVOKED, "the token was revoked");
        }
    }

    static NodeToken token(NodeState state, String tokenId) {
        return state.tokens().stream()
                .filter(token -> token.tokenId().equals(tokenId))
                .findFirst()
                .orElseThrow(
                        () ->
                                refused(
                                        state,
                                        RejectionCode.TOKEN_UNKNOWN,
                                        "the node has no such token"));
    }

    static void theEpochIsThePresentOne(NodeState state, long epoch) {
        if (epoch != state.epoch()) {
            throw new Rejection(
                    RejectionCode.STALE_NODE_INCARNATION,
                    "the node has connected again since",
                    Map.of("epoch", epoch, "present", state.epoch()));
        }
    }

    private static Rejection refused(NodeState state, RejectionCode code, String message) {
        return new Rejection(
                code,
                message,
                Map.of("nodeId", state.nodeId().value(), "status", state.status().wire()));
    }
}
