package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A running container of ours that is to be asked whether it is well.
 *
 * @param host where it is reached from this node; null when it is on no network
 */
record Patient(Mark mark, String containerId, Instant startedAt, HealthProbe probe, String host) {
    private static final String LOOPBACK = "127.0.0.1";

    /** Empty for what does not run, or is not to be asked. */
    static Optional<Patient> of(Mark mark, InspectContainerResponse box) {
        boolean awake = Sightings.isRunning(box) && !Sightings.isPaused(box);
        return !awake || mark.adopted()
                ? Optional.empty()
                : HealthProbe.on(box.getConfig().getLabels()).map(probe -> of(mark, box, probe));
    }

    private static Patient of(Mark mark, InspectContainerResponse box, HealthProbe probe) {
        return new Patient(
                mark,
                box.getId(),
                OffsetDateTime.parse(box.getState().getStartedAt()).toInstant(),
                probe,
                host(box));
    }

    private static String host(InspectContainerResponse box) {
        String wanted = box.getHostConfig().getNetworkMode();
        if ("host".equals(wanted)) {
            return LOOPBACK;
        }
        var networks = box.getNetworkSettings().getNetworks();
        var known = networks == null ? Map.<String, ContainerNetwork>of() : networks;
        return Stream.concat(Stream.ofNullable(known.get(wanted)), known.values().stream())
                .flatMap(
                        network ->
                                Stream.of(
                                        text(network.getIpAddress()),
                                        text(network.getGlobalIPv6Address())))
                .filter(address -> !address.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    boolean isSameRunAs(Patient other) {
        return containerId.equals(other.containerId) && startedAt.equals(other.startedAt);
    }

    /** What is wrong with it, or null. */
    String ask() {
        return host == null
                ? "the container has no address"
                : HttpQuestion.ask(host, probe.port(), probe.path(), probe.timeout());
    }

    boolean isStarting(Instant now) {
        return now.isBefore(startedAt.plus(probe.startPeriod()));
    }
}
