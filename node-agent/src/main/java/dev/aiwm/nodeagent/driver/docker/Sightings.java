package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ports;

import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.nodeagent.driver.Endpoint;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a container of ours is doing, in our words. */
final class Sightings {
    private static final double NANOS = 1e9;
    private static final long MB = 1024L * 1024;
    private static final String CREATED = "created";
    private static final String UNWELL = "the health check fails";

    private final String nodeId;
    private final String address;
    private final Endings endings;
    private final HealthWatch health;
    private final Clock clock;

    Sightings(String nodeId, String address, Endings endings, HealthWatch health, Clock clock) {
        this.nodeId = nodeId;
        this.address = address;
        this.endings = endings;
        this.health = health;
        this.clock = clock;
    }

    ManagedResource of(Mark mark, InspectContainerResponse box) {
        var observation = observation(mark, box);
        return new ManagedResource(
                mark.resourceId(),
                mark.resourceType(),
                mark.generation(),
                observation,
                isRunning(box) ? runtime(box) : null);
    }

    ManagedResource gone(Mark mark) {
        return new ManagedResource(
                mark.resourceId(),
                mark.resourceType(),
                mark.generation(),
                new Observation(ObservedState.ABSENT, null, null, clock.instant()),
                null);
    }

    Runtime runtime(InspectContainerResponse box) {
        var limits = box.getHostConfig();
        return new Runtime(
                box.getId(),
                endpoint(box),
                devices(limits),
                limits.getNanoCPUs() == null ? 0 : limits.getNanoCPUs() / NANOS,
                limits.getMemory() == null ? 0 : limits.getMemory() / MB,
                time(box.getState().getStartedAt()));
    }

    /** Also when it is paused. */
    static boolean isRunning(InspectContainerResponse box) {
        var state = box.getState();
        return isTrue(state.getRunning()) && !isTrue(state.getRestarting());
    }

    static boolean isPaused(InspectContainerResponse box) {
        return isTrue(box.getState().getPaused());
    }

    static boolean wasNeverStarted(InspectContainerResponse box) {
        return CREATED.equals(box.getState().getStatus());
    }

    /** What it ended with; null when it never began, or runs. */
    static Integer exitCode(InspectContainerResponse box) {
        return wasNeverStarted(box) || isRunning(box)
                ? null
                : Math.toIntExact(box.getState().getExitCodeLong());
    }

    private Observation observation(Mark mark, InspectContainerResponse box) {
        var state = box.getState();
        if (isRunning(box)) {
            return new Observation(
                    isPaused(box) ? ObservedState.PAUSED : ObservedState.RUNNING,
                    null,
                    remark(mark, box),
                    time(state.getStartedAt()));
        }
        if (wasNeverStarted(box)) {
            boolean failed = state.getError() != null && !state.getError().isBlank();
            return new Observation(
                    failed ? ObservedState.FAILED : ObservedState.STOPPED,
                    null,
                    failed ? "it could not be started" : null,
                    time(box.getCreated()));
        }
        int code = Math.toIntExact(state.getExitCodeLong());
        return new Observation(
                hasFailed(box, code) ? ObservedState.FAILED : ObservedState.STOPPED,
                code,
                hasFailed(box, code) ? failure(state, code) : null,
                time(state.getFinishedAt()));
    }

    private boolean hasFailed(InspectContainerResponse box, int code) {
        var state = box.getState();
        boolean byItself = isTrue(state.getOOMKilled()) || !endings.wasEnded(box.getId(), code);
        return isTrue(state.getRestarting()) || isTrue(state.getDead()) || (code != 0 && byItself);
    }

    private static String failure(ContainerState state, int code) {
        if (isTrue(state.getOOMKilled())) {
            return "the program needed more memory than its limit and was ended";
        }
        String ended = "the program ended with code " + code;
        return isTrue(state.getRestarting()) ? ended + " and is being restarted" : ended;
    }

    /** What is odd about a running container, or null; one that is paused is not asked. */
    private String remark(Mark mark, InspectContainerResponse box) {
        String complaint = isPaused(box) ? null : complaint(mark, box);
        if (complaint != null) {
            return complaint;
        }
        String name = box.getName().replaceFirst("^/", "");
        return name.equals(mark.usualName(nodeId)) ? null : "the container was renamed to " + name;
    }

    private String complaint(Mark mark, InspectContainerResponse box) {
        String heard = health.complaint(mark.resourceId(), box.getId());
        if (heard != null) {
            return UNWELL + ": " + heard;
        }
        var verdict = box.getState().getHealth();
        return verdict != null && "unhealthy".equals(verdict.getStatus()) ? UNWELL : null;
    }

    /** Where its first port is reached; on its own address when nothing is published. */
    private String endpoint(InspectContainerResponse box) {
        var ports = box.getNetworkSettings().getPorts();
        return ports == null
                ? null
                : ports.getBindings().entrySet().stream()
                        .filter(entry -> entry.getValue() != null && entry.getValue().length > 0)
                        .min(Comparator.comparingInt(entry -> entry.getKey().getPort()))
                        .map(entry -> endpoint(entry.getValue()[0]))
                        .orElse(null);
    }

    private String endpoint(Ports.Binding binding) {
        String host = binding.getHostIp();
        boolean everywhere =
                host == null || host.isEmpty() || host.equals("0.0.0.0") || host.equals("::");
        return Endpoint.of(everywhere ? address : host, binding.getHostPortSpec());
    }

    private static List<String> devices(HostConfig limits) {
        return limits.getDeviceRequests() == null
                ? List.of()
                : limits.getDeviceRequests().stream()
                        .flatMap(
                                request ->
                                        request.getDeviceIds() == null
                                                ? Stream.empty()
                                                : request.getDeviceIds().stream())
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    static boolean isTrue(Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
