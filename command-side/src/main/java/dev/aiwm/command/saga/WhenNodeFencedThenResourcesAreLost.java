package dev.aiwm.command.saga;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.state.States;
import dev.aiwm.contracts.node.event.NodeFenced;
import dev.aiwm.contracts.node.event.NodeUnfenced;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.resource.command.RecordNodeLost;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Nobody knows what the resources of a node do that is cut off. A node that came back before this
 * was worked off has been observed already, so it is asked to be observed once more.
 *
 * <p>Only what is confirmed has a resource for certain; of the rest nothing is at the node yet.
 */
@Component
@DisallowReplay
@ProcessingGroup("when-node-fenced-then-resources-are-lost")
class WhenNodeFencedThenResourcesAreLost {
    private final Commands commands;
    private final States states;
    private final ObjectProvider<Reobservation> reobservation;

    WhenNodeFencedThenResourcesAreLost(
            Commands commands, States states, ObjectProvider<Reobservation> reobservation) {
        this.commands = commands;
        this.states = states;
        this.reobservation = reobservation;
    }

    @EventHandler
    void react(NodeFenced event) {
        var node = states.node(event.nodeId());
        if (!node.fenced()) {
            return;
        }
        node.allocations().values().stream()
                .filter(Allocation::confirmed)
                .map(
                        held ->
                                new RecordNodeLost(
                                        held.resourceId(),
                                        event.nodeId(),
                                        event.epoch(),
                                        event.reason()))
                .forEach(command -> commands.sendAs("policy", command));
    }

    @EventHandler
    void react(NodeUnfenced event) {
        reobservation.ifAvailable(again -> again.observe(event.nodeId()));
    }
}
