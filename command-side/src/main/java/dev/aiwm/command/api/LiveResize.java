package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.placement.Demands;
import dev.aiwm.command.placement.Holders;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.command.ExtendClaims;
import dev.aiwm.contracts.node.command.SettleClaims;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.command.ResizeResource;
import dev.aiwm.contracts.resource.command.ResourceCommand;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import org.springframework.stereotype.Component;

import java.util.function.Function;

/** Another size for what runs: its node has to have enough first, and nothing is taken from it. */
@Component
class LiveResize {
    private final KnownResources resources;
    private final Commands commands;
    private final Holders holders;

    LiveResize(KnownResources resources, Commands commands, Holders holders) {
        this.resources = resources;
        this.commands = commands;
        this.holders = holders;
    }

    /**
     * @param sent the command that is sent, made from the one that resizes
     */
    ResourceState resize(
            ResourceState before,
            ResourceConfig config,
            ExecutionId execution,
            Function<ResizeResource, ResourceCommand> sent) {
        var id = before.resourceId();
        var demand = Demands.of(config);
        var claims =
                before.claims().withAmounts(demand.cpuCores(), demand.ramMB(), demand.diskGB());
        if (before.config().isSameButForSize(config)) {
            extend(before, claims);
        }
        try {
            return commands.send(
                    sent.apply(
                            new ResizeResource(id, execution, config, claims, before.sequence())));
        } catch (Rejection rejection) {
            giveBack(id);
            throw rejection;
        }
    }

    private void extend(ResourceState before, Claims claims) {
        try {
            commands.send(new ExtendClaims(before.nodeId(), before.resourceId(), sizeOf(claims)));
        } catch (Rejection rejection) {
            throw holders.toldTo(before.owner().orgId(), rejection);
        }
    }

    /** Not while another resize is under way: that one gives back what is too much when it ends. */
    private void giveBack(ResourceId id) {
        resources
                .find(id)
                .filter(state -> state.resize() == null && state.isAlive())
                .ifPresent(
                        state ->
                                commands.send(
                                        new SettleClaims(
                                                state.nodeId(), id, sizeOf(state.claims()))));
    }

    private static ResourceSize sizeOf(Claims claims) {
        return new ResourceSize(claims.cpuCores(), claims.ramMB(), claims.diskGB());
    }
}
