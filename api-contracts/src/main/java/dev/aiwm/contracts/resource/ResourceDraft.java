package dev.aiwm.contracts.resource;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A ResourceState being changed by one step of the fold. */
final class ResourceDraft {
    ResourceId resourceId;
    String name;
    String description;
    Map<String, String> labels;
    Owner owner;
    NodeId nodeId;
    ResourceConfig config;
    int generation;
    Claims claims;
    ComputeWhenStopped computeWhenStopped;
    PlacementDecision placement;
    boolean simulated;
    WantedState wanted;
    ResourceStatus status;
    Observation observed;
    Operation operation;
    ExecutionId executionId;
    Runtime runtime;
    Failure failure;
    Resize resize;
    List<SizePart> fromNextStart = List.of();
    List<Snapshot> snapshots = List.of();
    OnDivergence onDivergence;
    Restoration restoration;
    Instant divergedSince;
    Instant createdAt;
    Instant updatedAt;
    Instant deletedAt;
    long sequence;

    ResourceDraft() {}

    ResourceDraft(ResourceState before) {
        resourceId = before.resourceId();
        name = before.name();
        description = before.description();
        labels = before.labels();
        owner = before.owner();
        nodeId = before.nodeId();
        config = before.config();
        generation = before.generation();
        claims = before.claims();
        computeWhenStopped = before.computeWhenStopped();
        placement = before.placement();
        simulated = before.simulated();
        wanted = before.wanted();
        status = before.status();
        observed = before.observed();
        operation = before.operation();
        executionId = before.executionId();
        runtime = before.runtime();
        failure = before.failure();
        resize = before.resize();
        fromNextStart = before.fromNextStart();
        snapshots = before.snapshots();
        onDivergence = before.onDivergence();
        restoration = before.restoration();
        divergedSince = before.divergedSince();
        createdAt = before.createdAt();
        updatedAt = before.updatedAt();
        deletedAt = before.deletedAt();
        sequence = before.sequence();
    }

    ResourceState done() {
        return new ResourceState(
                resourceId,
                name,
                description,
                labels,
                owner,
                nodeId,
                config,
                generation,
                claims,
                computeWhenStopped,
                placement,
                simulated,
                wanted,
                status,
                observed,
                operation,
                executionId,
                runtime,
                failure,
                resize,
                fromNextStart,
                snapshots,
                onDivergence,
                restoration,
                divergedSince,
                createdAt,
                updatedAt,
                deletedAt,
                sequence);
    }
}
