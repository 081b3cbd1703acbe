package dev.aiwm.command.saga;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.placement.Holders;
import dev.aiwm.command.plan.Plans;
import dev.aiwm.command.state.States;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.command.RecordExecutionNeverBegun;
import dev.aiwm.contracts.execution.command.StartExecution;
import dev.aiwm.contracts.node.command.ConfirmReservation;
import dev.aiwm.contracts.node.command.ExtendClaims;
import dev.aiwm.contracts.node.command.ReleaseCapacity;
import dev.aiwm.contracts.node.command.ReleaseCompute;
import dev.aiwm.contracts.node.command.SettleClaims;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.command.ResourceCommand;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What sagas do, each time by one command that may be repeated. Where a saga can be refused, that
 * command is sent first: with local stores all commands of one event are one transaction, and a
 * refusal after a decision would undo that decision.
 */
@Component
class Operations {
    private static final String ORIGIN = "saga";
    private static final long ANY_VERSION = -1;

    private final Commands commands;
    private final Plans plans;
    private final States states;
    private final Holders holders;
    private final Clock clock;

    Operations(Commands commands, Plans plans, States states, Holders holders, Clock clock) {
        this.commands = commands;
        this.plans = plans;
        this.states = states;
        this.holders = holders;
        this.clock = clock;
    }

    Plans plans() {
        return plans;
    }

    States states() {
        return states;
    }

    /** Makes the claims last; the failure that the operation ends with if they are gone. */
    Optional<Failure> confirm(ResourceState resource) {
        try {
            commands.sendAs(
                    ORIGIN,
                    new ConfirmReservation(
                            resource.nodeId(), resource.resourceId(), resource.claims()));
            return Optional.empty();
        } catch (Rejection e) {
            return Optional.of(new Failure(e.code().name(), e.getMessage(), clock.instant()));
        }
    }

    void start(
            ResourceState resource,
            ExecutionId executionId,
            ResourceAction action,
            List<StepPlan> steps) {
        commands.sendAs(
                ORIGIN,
                new StartExecution(
                        executionId,
                        nameOf(action, resource),
                        action,
                        subject(resource),
                        resource.owner(),
                        steps,
                        plans.limitSeconds(steps)));
    }

    /** One that has begun is left alone. */
    void neverBegun(
            ResourceState resource,
            ExecutionId executionId,
            ResourceAction action,
            Failure failure) {
        commands.sendAs(
                ORIGIN,
                new RecordExecutionNeverBegun(
                        executionId,
                        nameOf(action, resource),
                        action,
                        subject(resource),
                        resource.owner(),
                        failure));
    }

    private static String nameOf(ResourceAction action, ResourceState resource) {
        return action.wire() + " " + resource.name();
    }

    private static ResourceRef subject(ResourceState resource) {
        return new ResourceRef(
                resource.config().resourceType().wire(), resource.resourceId().value());
    }

    /** Gives an execution up; one that has ended has ended. */
    void cancel(ExecutionId executionId, String reason) {
        var execution = states.execution(executionId);
        if (execution == null || execution.status().isEnded()) {
            return;
        }
        try {
            commands.sendAs(ORIGIN, new CancelExecution(executionId, reason, ANY_VERSION));
        } catch (Rejection e) {
            if (e.code() != RejectionCode.EXECUTION_ENDED) {
                throw e;
            }
        }
    }

    /** Claims at least this much as well; the failure that the operation ends with otherwise. */
    Optional<Failure> extend(ResourceState resource, Claims claims) {
        try {
            commands.sendAs(
                    ORIGIN,
                    new ExtendClaims(resource.nodeId(), resource.resourceId(), sizeOf(claims)));
            return Optional.empty();
        } catch (Rejection e) {
            String why = holders.keptFor(resource.owner().orgId(), e).getMessage();
            return Optional.of(new Failure(e.code().name(), why, clock.instant()));
        }
    }

    /** Gives back what the node holds for the resource beyond what it claims itself. */
    void settle(ResourceState resource) {
        commands.sendAs(
                ORIGIN,
                new SettleClaims(
                        resource.nodeId(), resource.resourceId(), sizeOf(resource.claims())));
    }

    private static ResourceSize sizeOf(Claims claims) {
        return new ResourceSize(claims.cpuCores(), claims.ramMB(), claims.diskGB());
    }

    void releaseCapacity(NodeId nodeId, ResourceId resourceId, String reason) {
        commands.sendAs(ORIGIN, new ReleaseCapacity(nodeId, resourceId, reason));
    }

    void releaseCompute(NodeId nodeId, ResourceId resourceId) {
        commands.sendAs(ORIGIN, new ReleaseCompute(nodeId, resourceId));
    }

    ResourceState tell(ResourceCommand command) {
        return commands.sendAs(ORIGIN, command);
    }

    /**
     * The resource as it stands, if the execution is still what it is busy with; null otherwise.
     */
    ResourceState busyWith(ResourceId resourceId, ExecutionId executionId) {
        var resource = states.resource(resourceId);
        var operation = resource.operation();
        return operation != null && operation.executionId().equals(executionId) ? resource : null;
    }

    Failure noRuntime() {
        return new Failure(
                RejectionCode.INTERNAL.name(),
                "the node did not say what it started",
                clock.instant());
    }
}
