package dev.aiwm.command.resource;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceFold;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.command.RecordActionFailed;
import dev.aiwm.contracts.resource.command.RecordDeploymentStarted;
import dev.aiwm.contracts.resource.command.RecordNodeLost;
import dev.aiwm.contracts.resource.command.RecordObservation;
import dev.aiwm.contracts.resource.command.RecordProvisioningFailed;
import dev.aiwm.contracts.resource.command.RecordResourceDeleted;
import dev.aiwm.contracts.resource.command.RecordResourcePaused;
import dev.aiwm.contracts.resource.command.RecordResourceResized;
import dev.aiwm.contracts.resource.command.RecordResourceResumed;
import dev.aiwm.contracts.resource.command.RecordResourceStarted;
import dev.aiwm.contracts.resource.command.RecordResourceStopped;
import dev.aiwm.contracts.resource.command.RecordSnapshotDeleted;
import dev.aiwm.contracts.resource.command.RecordSnapshotRestored;
import dev.aiwm.contracts.resource.command.RecordSnapshotTaken;
import dev.aiwm.contracts.resource.event.ResourceEvent;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What happened to a resource, and what is told of it. */
abstract class ReportedResource {
    @AggregateIdentifier ResourceId resourceId;
    ResourceState state;

    @CommandHandler
    ResourceState decide(RecordDeploymentStarted command) {
        return applied(Reports.news(state, command));
    }

    @CommandHandler
    ResourceState decide(RecordResourceStarted command) {
        return applied(Reports.news(state, command));
    }

    @CommandHandler
    ResourceState decide(RecordResourceStopped command) {
        return applied(Reports.news(state, command));
    }

    @CommandHandler
    ResourceState decide(RecordResourcePaused command) {
        return applied(Reports.news(state, command));
    }

    @CommandHandler
    ResourceState decide(RecordResourceResumed command) {
        return applied(Reports.news(state, command));
    }

    @CommandHandler
    ResourceState decide(RecordResourceResized command) {
        return applied(Reports.news(state, command));
    }

    @CommandHandler
    ResourceState decide(RecordSnapshotTaken command) {
        return applied(Reports.news(state, command));
    }

    @CommandHandler
    ResourceState decide(RecordSnapshotRestored command) {
        return applied(Reports.news(state, command));
    }

    @CommandHandler
    ResourceState decide(RecordSnapshotDeleted command) {
        return applied(Reports.news(state, command));
    }

    @CommandHandler
    ResourceState decide(RecordResourceDeleted command) {
        return applied(Reports.news(state, command));
    }

    @CommandHandler
    ResourceState decide(RecordProvisioningFailed command) {
        return applied(Reports.news(state, command));
    }

    @CommandHandler
    ResourceState decide(RecordActionFailed command, Clock clock, DivergenceSettings settings) {
        return applied(Reports.news(state, command, clock.instant(), settings));
    }

    @CommandHandler
    ResourceState decide(RecordObservation command, Clock clock, DivergenceSettings settings) {
        return applied(Reports.news(state, command, clock.instant(), settings));
    }

    @CommandHandler
    ResourceState decide(RecordNodeLost command) {
        return applied(Reports.news(state, command));
    }

    @EventSourcingHandler
    void evolve(ResourceEvent event, @SequenceNumber long sequence, @Timestamp Instant timestamp) {
        state = ResourceFold.evolve(state, event, new EventFacts(sequence, timestamp));
        resourceId = state.resourceId();
    }

    final ResourceState applied(ResourceEvent event) {
        return applied(List.of(event));
    }

    final ResourceState applied(List<ResourceEvent> events) {
        events.forEach(event -> apply(event));
        return state;
    }
}
