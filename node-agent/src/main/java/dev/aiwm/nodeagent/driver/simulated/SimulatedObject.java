package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.MigSlice;
import dev.aiwm.contracts.protocol.ContainerInfo;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceType;
import dev.aiwm.contracts.resource.Runtime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One object of the simulated engine, as it lies in its file. It knows no secret.
 *
 * @param fromNextStart the claims it will have when it is started next; null when they are as now
 * @param snapshots oldest first
 * @param based the snapshot that the machine was put back to or that was taken of it last
 * @param volumes names of those that a container uses
 */
record SimulatedObject(
        ResourceId resourceId,
        ResourceType resourceType,
        String name,
        int generation,
        String image,
        Claims claims,
        Claims fromNextStart,
        String engineId,
        String endpoint,
        ObservedState state,
        Integer exitCode,
        Instant startedAt,
        Instant changedAt,
        List<SimulatedSnapshot> snapshots,
        SnapshotId based,
        List<String> volumes) {
    SimulatedObject {
        snapshots = snapshots == null ? List.of() : List.copyOf(snapshots);
        volumes = volumes == null ? List.of() : List.copyOf(volumes);
    }

    boolean isRunning() {
        return state == ObservedState.RUNNING;
    }

    boolean isPaused() {
        return state == ObservedState.PAUSED;
    }

    /** It has memory and devices, whether it goes on or not. */
    boolean isAlive() {
        return isRunning() || isPaused();
    }

    SimulatedObject running(Instant now) {
        var claimed = fromNextStart == null ? claims : fromNextStart;
        return sized(claimed, null).in(ObservedState.RUNNING, null, now, now);
    }

    SimulatedObject paused(Instant now) {
        return in(ObservedState.PAUSED, null, startedAt, now);
    }

    SimulatedObject resumed(Instant now) {
        return in(ObservedState.RUNNING, null, startedAt, now);
    }

    SimulatedObject stopped(Integer code, Instant now) {
        return in(ObservedState.STOPPED, code, startedAt, now);
    }

    SimulatedObject failed(int code, Instant now) {
        return in(ObservedState.FAILED, code, startedAt, now);
    }

    SimulatedObject absent(Instant now) {
        return in(ObservedState.ABSENT, null, null, now);
    }

    SimulatedObject sized(Claims now, Claims later) {
        return new SimulatedObject(
                resourceId,
                resourceType,
                name,
                generation,
                image,
                now,
                later,
                engineId,
                endpoint,
                state,
                exitCode,
                startedAt,
                changedAt,
                snapshots,
                based,
                volumes);
    }

    SimulatedObject with(List<SimulatedSnapshot> others, SnapshotId base) {
        return new SimulatedObject(
                resourceId,
                resourceType,
                name,
                generation,
                image,
                claims,
                fromNextStart,
                engineId,
                endpoint,
                state,
                exitCode,
                startedAt,
                changedAt,
                others,
                base,
                volumes);
    }

    Optional<SimulatedSnapshot> snapshot(SnapshotId snapshotId) {
        return snapshots.stream().filter(snapshot -> snapshot.is(snapshotId)).findFirst();
    }

    ManagedResource managed() {
        String message =
                state == ObservedState.FAILED ? "the program ended with code " + exitCode : null;
        return new ManagedResource(
                resourceId,
                resourceType,
                generation,
                new Observation(state, exitCode, message, changedAt),
                isAlive() ? runtime() : null);
    }

    Runtime runtime() {
        return new Runtime(
                engineId, endpoint, devices(), claims.cpuCores(), claims.ramMB(), startedAt);
    }

    List<String> devices() {
        return Stream.concat(
                        claims.gpuIds().stream(),
                        claims.migSlices().stream().map(MigSlice::instanceId))
                .toList();
    }

    ContainerInfo info() {
        return new ContainerInfo(
                engineId, "aiwm-" + resourceId, image, state.wire(), resourceId.value(), true);
    }

    SimulatedObject in(ObservedState to, Integer code, Instant started, Instant now) {
        return new SimulatedObject(
                resourceId,
                resourceType,
                name,
                generation,
                image,
                claims,
                fromNextStart,
                engineId,
                endpoint,
                to,
                code,
                started,
                now,
                snapshots,
                based,
                volumes);
    }
}
