package dev.aiwm.command.resource;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.command.CreateResource;
import dev.aiwm.contracts.resource.command.DeleteResource;
import dev.aiwm.contracts.resource.command.DeleteSnapshot;
import dev.aiwm.contracts.resource.command.PauseResource;
import dev.aiwm.contracts.resource.command.ResizeResource;
import dev.aiwm.contracts.resource.command.RestartResource;
import dev.aiwm.contracts.resource.command.RestoreResource;
import dev.aiwm.contracts.resource.command.RestoreSnapshot;
import dev.aiwm.contracts.resource.command.ResumeResource;
import dev.aiwm.contracts.resource.command.StartResource;
import dev.aiwm.contracts.resource.command.StopResource;
import dev.aiwm.contracts.resource.command.TakeSnapshot;
import dev.aiwm.contracts.resource.command.UpdateAndResizeResource;
import dev.aiwm.contracts.resource.command.UpdateAndStartResource;
import dev.aiwm.contracts.resource.command.UpdateAndStopResource;
import dev.aiwm.contracts.resource.command.UpdateResource;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;
import dev.aiwm.contracts.resource.event.ResourceRestartRequested;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A virtual machine or container from the wish for it to its end.
 *
 * <p>At most one operation is under way. A wish that is true already, or under way already,
 * succeeds without an event; a stale {@code expectedSequence} is refused, but not to whoever
 * repeats the very command that changed the version. A report of an execution counts only while
 * that execution is the operation under way; any other is old news and changes nothing.
 *
 * <p>The epoch that observations carry is not looked at here: the gateway stamps it from its live
 * session and lets nothing else through, and the Node aggregate issues and retires epochs. What is
 * checked here is that the node is the one the resource lives on.
 */
@Aggregate(cache = "aggregateCache")
public class Resource extends ReportedResource {
    Resource() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ResourceState decide(CreateResource command) {
        if (state == null) {
            return applied(Creations.of(command));
        }
        boolean repeated =
                state.owner().equals(command.owner())
                        && state.nodeId().equals(command.nodeId())
                        && state.name().equals(command.name())
                        && state.config().equals(command.config());
        if (!repeated) {
            throw new Rejection(
                    RejectionCode.ALREADY_EXISTS, "there is another resource of this id");
        }
        return state;
    }

    @CommandHandler
    ResourceState decide(StartResource command) {
        return applied(PowerWishes.events(state, command));
    }

    @CommandHandler
    ResourceState decide(StopResource command) {
        return applied(PowerWishes.events(state, command));
    }

    @CommandHandler
    ResourceState decide(RestartResource command) {
        if (isRepeated(command.executionId())) {
            return state;
        }
        ResourceRules.theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        if (isUnderWay(ResourceAction.RESTART)) {
            return state;
        }
        ResourceRules.onlyARunningResourceIsRestarted(state);
        return applied(
                new ResourceRestartRequested(
                        resourceId,
                        command.executionId(),
                        command.force(),
                        command.gracePeriodSeconds()));
    }

    /** Deletion is accepted in every state and displaces whatever is under way. */
    @CommandHandler
    ResourceState decide(DeleteResource command) {
        if (isRepeated(command.executionId())) {
            return state;
        }
        ResourceRules.theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        if (state.isDeleted() || isUnderWay(ResourceAction.DELETE) && !command.force()) {
            return state;
        }
        return applied(
                new ResourceDeletionRequested(
                        resourceId, command.executionId(), command.force(), executionUnderWay()));
    }

    @CommandHandler
    ResourceState decide(UpdateResource command) {
        return applied(ResourceChanges.events(state, command));
    }

    @CommandHandler
    ResourceState decide(UpdateAndStartResource command) {
        return applied(ResourceChanges.events(state, command));
    }

    @CommandHandler
    ResourceState decide(UpdateAndStopResource command) {
        return applied(ResourceChanges.events(state, command));
    }

    @CommandHandler
    ResourceState decide(UpdateAndResizeResource command) {
        return applied(ResourceChanges.events(state, command));
    }

    @CommandHandler
    ResourceState decide(RestoreResource command) {
        return applied(Divergences.begun(state, command));
    }

    @CommandHandler
    ResourceState decide(PauseResource command) {
        return applied(FurtherWishes.events(state, command));
    }

    @CommandHandler
    ResourceState decide(ResumeResource command) {
        return applied(FurtherWishes.events(state, command));
    }

    @CommandHandler
    ResourceState decide(ResizeResource command) {
        return applied(FurtherWishes.events(state, command));
    }

    @CommandHandler
    ResourceState decide(TakeSnapshot command) {
        return applied(FurtherWishes.events(state, command));
    }

    @CommandHandler
    ResourceState decide(RestoreSnapshot command) {
        return applied(FurtherWishes.events(state, command));
    }

    @CommandHandler
    ResourceState decide(DeleteSnapshot command) {
        return applied(FurtherWishes.events(state, command));
    }

    /** The command that began the latest operation has come again. */
    private boolean isRepeated(ExecutionId executionId) {
        return executionId.equals(state.executionId());
    }

    private boolean isUnderWay(ResourceAction action) {
        return state.operation() != null && state.operation().action() == action;
    }

    private ExecutionId executionUnderWay() {
        return state.operation() == null ? null : state.operation().executionId();
    }
}
