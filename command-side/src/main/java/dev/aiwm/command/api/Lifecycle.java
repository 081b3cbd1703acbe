package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.placement.Demands;
import dev.aiwm.command.placement.OneAtATime;
import dev.aiwm.command.placement.Placement;
import dev.aiwm.command.placement.Resting;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.command.ReleaseCompute;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.contracts.resource.command.DeleteResource;
import dev.aiwm.contracts.resource.command.PauseResource;
import dev.aiwm.contracts.resource.command.RestartResource;
import dev.aiwm.contracts.resource.command.ResumeResource;
import dev.aiwm.contracts.resource.command.StartResource;
import dev.aiwm.contracts.resource.command.StopResource;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.IfMatch;

import org.springframework.stereotype.Component;

import java.util.Map;

/** What is asked of a resource that exists. */
@Component
class Lifecycle {
    private final KnownResources resources;
    private final Placement placement;
    private final Commands commands;
    private final OneAtATime oneAtATime;

    Lifecycle(
            KnownResources resources,
            Placement placement,
            Commands commands,
            OneAtATime oneAtATime) {
        this.resources = resources;
        this.placement = placement;
        this.commands = commands;
        this.oneAtATime = oneAtATime;
    }

    /**
     * A stopped resource may have given back what it computes with, so that is claimed first; also
     * of one that runs nonetheless.
     */
    ResourceState start(ResourceId id, ExecutionId execution, Caller caller, IfMatch version) {
        return oneAtATime.on(id, () -> startAlone(id, execution, caller, version));
    }

    private ResourceState startAlone(
            ResourceId id, ExecutionId execution, Caller caller, IfMatch version) {
        ResourceState before = resources.require(id, caller);
        requireVersion(before, version);
        boolean mayStart = mayStart(before);
        Claims claims =
                mayStart ? placement.reclaim(before, Demands.of(before.config())) : before.claims();
        try {
            return commands.send(
                    new StartResource(id, execution, claims, version.expectedSequence()));
        } catch (Rejection rejection) {
            if (mayStart) {
                giveBack(id);
            }
            throw rejection;
        }
    }

    static boolean mayStart(ResourceState state) {
        return state.operation() == null
                && (state.status() == ResourceStatus.STOPPED
                        || state.status() == ResourceStatus.FAILED
                        || state.status() == ResourceStatus.RUNNING
                                && state.wanted() != WantedState.RUNNING);
    }

    /** What a resource at rest has claimed for nothing, if it is not to keep it. */
    void giveBack(ResourceId id) {
        resources
                .find(id)
                .filter(Resting::keepsNoCompute)
                .ifPresent(state -> commands.send(new ReleaseCompute(state.nodeId(), id)));
    }

    ResourceState stop(
            ResourceId id, ExecutionId execution, Caller caller, StopRequest how, IfMatch version) {
        resources.require(id, caller);
        return commands.send(
                new StopResource(
                        id, execution, how.force(), how.grace(), version.expectedSequence()));
    }

    ResourceState restart(
            ResourceId id, ExecutionId execution, Caller caller, StopRequest how, IfMatch version) {
        resources.require(id, caller);
        return commands.send(
                new RestartResource(
                        id, execution, how.force(), how.grace(), version.expectedSequence()));
    }

    ResourceState pause(ResourceId id, ExecutionId execution, Caller caller, IfMatch version) {
        resources.require(id, caller);
        return commands.send(new PauseResource(id, execution, version.expectedSequence()));
    }

    ResourceState resume(ResourceId id, ExecutionId execution, Caller caller, IfMatch version) {
        resources.require(id, caller);
        return commands.send(new ResumeResource(id, execution, version.expectedSequence()));
    }

    ResourceState delete(
            ResourceId id, ExecutionId execution, Caller caller, boolean force, IfMatch version) {
        resources.require(id, caller);
        return commands.send(new DeleteResource(id, execution, force, version.expectedSequence()));
    }

    static void requireVersion(ResourceState state, IfMatch version) {
        if (!version.isAny() && version.expectedSequence() != state.sequence()) {
            throw new Rejection(
                    RejectionCode.VERSION_MISMATCH,
                    "the resource has changed since it was read",
                    Map.of(
                            "expected", version.expectedSequence(),
                            "actual", state.sequence()));
        }
    }
}
