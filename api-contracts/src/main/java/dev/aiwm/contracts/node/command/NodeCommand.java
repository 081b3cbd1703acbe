package dev.aiwm.contracts.node.command;

import dev.aiwm.contracts.NodeId;

/** A wish or a report about one node. */
public sealed interface NodeCommand
        permits EnrolNode,
                UpdateNode,
                RemoveNode,
                CordonNode,
                UncordonNode,
                IssueNodeToken,
                RevokeNodeToken,
                ConnectNode,
                FenceNode,
                RecordNodeFindings,
                ShutOutNode,
                ReadmitNode,
                ReserveCapacity,
                ConfirmReservation,
                ExpireReservation,
                ExtendClaims,
                SettleClaims,
                ReleaseCapacity,
                ReleaseCompute {
    NodeId nodeId();
}
