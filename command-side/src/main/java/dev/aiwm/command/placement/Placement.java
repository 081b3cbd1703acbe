package dev.aiwm.command.placement;

import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceState;

/** Finds a node for a resource and reserves there what it needs. */
public interface Placement {
    /**
     * Reserves all of the demand on one node. May be repeated with the same resource id and a named
     * node: what is reserved already is granted again.
     *
     * @throws dev.aiwm.contracts.Rejection of the named node as it is; NO_NODE_FITS with the
     *     reasons of the nodes otherwise; holders that the caller may not see are not named
     */
    Granted place(PlacementRequest request);

    /**
     * Claims again what a resource needs on the node where it lives: before a start, or for another
     * configuration. What it holds already is kept where it fits.
     *
     * @throws dev.aiwm.contracts.Rejection with what is missing and its holder, who is not named to
     *     a caller who may not see it
     */
    Claims reclaim(ResourceState resource, CapacityDemand demand);
}
