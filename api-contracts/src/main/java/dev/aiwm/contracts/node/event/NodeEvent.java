package dev.aiwm.contracts.node.event;

import dev.aiwm.contracts.NodeId;

/** Something that happened to one node or its ledger. */
public sealed interface NodeEvent
        permits NodeEnrolled,
                NodeRenamed,
                NodeDescribed,
                NodeRelabelled,
                NodeOvercommitChosen,
                NodeRemoved,
                NodeCordoned,
                NodeUncordoned,
                NodeTokenIssued,
                NodeTokenRevoked,
                NodeConnected,
                NodeFenced,
                NodeUnfenced,
                NodeShutOut,
                NodeReadmitted,
                NodeWarningRaised,
                NodeWarningCleared,
                CapacityReserved,
                ReservationConfirmed,
                ReservationExpired,
                CapacityReleased,
                ComputeReleased,
                CapacityClaimed {
    NodeId nodeId();
}
