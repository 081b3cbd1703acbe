package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;
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
import java.util.stream.Stream;

/** One object of the simulated engine, as it lies in its file. It knows no secret. */
record SimulatedObject(
        ResourceId resourceId,
        ResourceType resourceType,
        String name,
        int generation,
        String image,
        Claims claims,
        String engineId,
        String endpoint,
        ObservedState state,
        Integer exitCode,
        Instant startedAt,
        Instant changedAt) {

    boolean isRunning() {
        return state == ObservedState.RUNNING;
    }

    SimulatedObject running(Instant now) {
        return in(ObservedState.RUNNING, null, now, now);
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

    ManagedResource managed() {
        String message =
                state == ObservedState.FAILED ? "the program ended with code " + exitCode : null;
        return new ManagedResource(
                resourceId,
                resourceType,
                generation,
                new Observation(state, exitCode, message, changedAt),
                isRunning() ? runtime() : null);
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

    private SimulatedObject in(ObservedState to, Integer code, Instant started, Instant now) {
        return new SimulatedObject(
                resourceId,
                resourceType,
                name,
                generation,
                image,
                claims,
                engineId,
                endpoint,
                to,
                code,
                started,
                now);
    }
}
