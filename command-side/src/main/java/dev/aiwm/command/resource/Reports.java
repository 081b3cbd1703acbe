package dev.aiwm.command.resource;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.SnapshotStatus;
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
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourceDeleted;
import dev.aiwm.contracts.resource.event.ResourceDeploymentStarted;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceLost;
import dev.aiwm.contracts.resource.event.ResourceObserved;
import dev.aiwm.contracts.resource.event.ResourcePaused;
import dev.aiwm.contracts.resource.event.ResourceProvisioningFailed;
import dev.aiwm.contracts.resource.event.ResourceResized;
import dev.aiwm.contracts.resource.event.ResourceResumed;
import dev.aiwm.contracts.resource.event.ResourceStarted;
import dev.aiwm.contracts.resource.event.ResourceStopped;
import dev.aiwm.contracts.resource.event.SnapshotDeleted;
import dev.aiwm.contracts.resource.event.SnapshotRestored;
import dev.aiwm.contracts.resource.event.SnapshotTaken;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is news in a report. Old news are no events, and no faults either: reports repeat. */
final class Reports {
    private static final List<ResourceEvent> NO_NEWS = List.of();

    /** Of these nothing is at the node, so a lost node says nothing about them. */
    private static final Set<ResourceStatus> NOT_AT_THE_NODE =
            EnumSet.of(ResourceStatus.QUEUED, ResourceStatus.DELETED, ResourceStatus.UNKNOWN);

    private Reports() {}

    static List<ResourceEvent> news(ResourceState state, RecordDeploymentStarted report) {
        return isOf(state, report.executionId(), ResourceAction.CREATE)
                        && state.status() == ResourceStatus.QUEUED
                ? List.of(new ResourceDeploymentStarted(state.resourceId(), report.executionId()))
                : NO_NEWS;
    }

    static List<ResourceEvent> news(ResourceState state, RecordResourceStarted report) {
        return isOf(state, report.executionId(), ResourceAction.CREATE)
                        || isOf(state, report.executionId(), ResourceAction.START)
                        || isOf(state, report.executionId(), ResourceAction.RESTART)
                ? List.of(
                        new ResourceStarted(
                                state.resourceId(), report.executionId(), report.runtime()))
                : NO_NEWS;
    }

    static List<ResourceEvent> news(ResourceState state, RecordResourceStopped report) {
        return isOf(state, report.executionId(), ResourceAction.STOP)
                ? List.of(
                        new ResourceStopped(
                                state.resourceId(), report.executionId(), report.exitCode()))
                : NO_NEWS;
    }

    static List<ResourceEvent> news(ResourceState state, RecordResourcePaused report) {
        return isOf(state, report.executionId(), ResourceAction.PAUSE)
                ? List.of(new ResourcePaused(state.resourceId(), report.executionId()))
                : NO_NEWS;
    }

    static List<ResourceEvent> news(ResourceState state, RecordResourceResumed report) {
        return isOf(state, report.executionId(), ResourceAction.RESUME)
                ? List.of(
                        new ResourceResumed(
                                state.resourceId(), report.executionId(), report.runtime()))
                : NO_NEWS;
    }

    static List<ResourceEvent> news(ResourceState state, RecordResourceResized report) {
        return isOf(state, report.executionId(), ResourceAction.RESIZE)
                ? List.of(
                        new ResourceResized(
                                state.resourceId(),
                                report.executionId(),
                                state.resize().config(),
                                state.resize().claims(),
                                report.fromNextStart(),
                                report.runtime()))
                : NO_NEWS;
    }

    static List<ResourceEvent> news(ResourceState state, RecordSnapshotTaken report) {
        return isOf(state, report.executionId(), ResourceAction.SNAPSHOT)
                        && isBeing(state, SnapshotStatus.CREATING, report.facts().snapshotId())
                ? List.of(
                        new SnapshotTaken(state.resourceId(), report.executionId(), report.facts()))
                : NO_NEWS;
    }

    static List<ResourceEvent> news(ResourceState state, RecordSnapshotRestored report) {
        return isOf(state, report.executionId(), ResourceAction.RESTORE_SNAPSHOT)
                ? List.of(
                        new SnapshotRestored(
                                state.resourceId(),
                                report.executionId(),
                                the(state, SnapshotStatus.RESTORING),
                                report.state(),
                                report.runtime()))
                : NO_NEWS;
    }

    static List<ResourceEvent> news(ResourceState state, RecordSnapshotDeleted report) {
        return isOf(state, report.executionId(), ResourceAction.DELETE_SNAPSHOT)
                ? List.of(
                        new SnapshotDeleted(
                                state.resourceId(),
                                report.executionId(),
                                the(state, SnapshotStatus.DELETING)))
                : NO_NEWS;
    }

    /** The one snapshot with which the operation under way is busy. */
    private static SnapshotId the(ResourceState state, SnapshotStatus status) {
        return state.snapshots().stream()
                .filter(snapshot -> snapshot.status() == status)
                .findFirst()
                .orElseThrow()
                .snapshotId();
    }

    private static boolean isBeing(ResourceState state, SnapshotStatus status, SnapshotId id) {
        return state.snapshot(id).filter(snapshot -> snapshot.status() == status).isPresent();
    }

    static List<ResourceEvent> news(ResourceState state, RecordResourceDeleted report) {
        return isOf(state, report.executionId(), ResourceAction.DELETE)
                ? List.of(new ResourceDeleted(state.resourceId(), report.executionId()))
                : NO_NEWS;
    }

    static List<ResourceEvent> news(ResourceState state, RecordProvisioningFailed report) {
        return isOf(state, report.executionId(), ResourceAction.CREATE)
                ? List.of(
                        new ResourceProvisioningFailed(
                                state.resourceId(), report.executionId(), report.failure()))
                : NO_NEWS;
    }

    static List<ResourceEvent> news(
            ResourceState state, RecordActionFailed report, Instant now, DivergenceSettings then) {
        return isOf(state, report.executionId(), report.action())
                ? both(
                        new ResourceActionFailed(
                                state.resourceId(),
                                report.executionId(),
                                report.action(),
                                report.failure()),
                        Divergences.after(state, report, now, then))
                : NO_NEWS;
    }

    /**
     * While an operation is under way that changes what the resource does, its own reports tell
     * what happens, so an observation only ends not knowing; otherwise it counts when it differs
     * from what is known.
     */
    static List<ResourceEvent> news(
            ResourceState state, RecordObservation report, Instant now, DivergenceSettings then) {
        theReportComesFromItsNode(state, report.nodeId());
        boolean unknown = state.status() == ResourceStatus.UNKNOWN;
        boolean counts =
                !state.isDeleted()
                        && report.observation().state() != ObservedState.UNKNOWN
                        && (unknown || !isChanging(state) && differs(state, report));
        return counts
                ? both(
                        new ResourceObserved(
                                state.resourceId(), report.observation(), report.runtime()),
                        Divergences.after(state, report, now, then))
                : NO_NEWS;
    }

    private static List<ResourceEvent> both(ResourceEvent news, List<ResourceEvent> following) {
        var events = new ArrayList<ResourceEvent>();
        events.add(news);
        events.addAll(following);
        return events;
    }

    static List<ResourceEvent> news(ResourceState state, RecordNodeLost report) {
        return state.nodeId().equals(report.nodeId()) && !NOT_AT_THE_NODE.contains(state.status())
                ? List.of(new ResourceLost(state.resourceId(), report.nodeId(), report.reason()))
                : NO_NEWS;
    }

    private static boolean isChanging(ResourceState state) {
        return state.operation() != null && !state.operation().action().isQuiet();
    }

    private static boolean isOf(ResourceState state, ExecutionId execution, ResourceAction action) {
        return state.operation() != null
                && state.operation().action() == action
                && state.operation().executionId().equals(execution);
    }

    private static void theReportComesFromItsNode(ResourceState state, NodeId nodeId) {
        if (!state.nodeId().equals(nodeId)) {
            throw new Rejection(
                    RejectionCode.WRONG_NODE,
                    "the resource is not on " + nodeId.value(),
                    Map.of("nodeId", nodeId.value()));
        }
    }

    private static boolean differs(ResourceState state, RecordObservation report) {
        Observation seen = report.observation();
        Observation known = state.observed();
        return known == null
                || known.state() != seen.state()
                || !Objects.equals(known.message(), seen.message())
                || !agrees(state.status(), seen.state())
                || seen.exitCode() != null && !seen.exitCode().equals(known.exitCode())
                || report.runtime() != null && !Objects.equals(report.runtime(), state.runtime());
    }

    private static boolean agrees(ResourceStatus status, ObservedState seen) {
        return switch (seen) {
            case RUNNING -> status == ResourceStatus.RUNNING;
            case PAUSED -> status == ResourceStatus.PAUSED;
            case STOPPED -> status == ResourceStatus.STOPPED;
            case FAILED, ABSENT -> status == ResourceStatus.FAILED;
            case UNKNOWN -> true;
        };
    }
}
