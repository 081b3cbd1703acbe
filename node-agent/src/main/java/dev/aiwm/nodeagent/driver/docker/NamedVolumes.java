package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerMount;

import dev.aiwm.contracts.protocol.VolumeInfo;
import dev.aiwm.contracts.protocol.VolumeMade;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.VolumeKeeping;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Volumes by name: they outlive the containers that use them. Labels say which node made one and
 * for which organisation; what others have is not touched.
 */
final class NamedVolumes {
    private static final Logger log = LoggerFactory.getLogger(NamedVolumes.class);

    private final Engine engine;
    private final Containers containers;
    private final String nodeId;

    NamedVolumes(Engine engine, Containers containers, String nodeId) {
        this.engine = engine;
        this.containers = containers;
        this.nodeId = nodeId;
    }

    List<VolumeInfo> all() {
        var listed =
                engine.ask(
                        client ->
                                client.listVolumesCmd()
                                        .withFilter("label", List.of(Mark.NODE + "=" + nodeId))
                                        .exec()
                                        .getVolumes());
        if (listed == null || listed.isEmpty()) {
            return List.of();
        }
        var users = users();
        // one by one: of a list the library does not tell when each was made
        return listed.stream()
                .flatMap(volume -> find(volume.getName()).stream())
                .filter(this::isOurs)
                .map(volume -> told(volume, users))
                .sorted(Comparator.comparing(VolumeInfo::name))
                .toList();
    }

    /** Have a volume of that name and organisation; done at once when there is. */
    VolumeMade make(String name, String org, Map<String, String> labels) {
        boolean made = find(name).isEmpty();
        if (made) {
            var marked = new LinkedHashMap<>(labels);
            marked.putAll(marks(org));
            // somebody may have been faster: the engine answers then with what is there
            engine.tell(
                    client -> client.createVolumeCmd().withName(name).withLabels(marked).exec());
        }
        return new VolumeMade(made, told(get(name, org), made ? Map.of() : users()));
    }

    /** The one of that name, when it is of that organisation. */
    InspectVolumeResponse get(String name, String org) {
        var volume = find(name).orElseThrow(() -> none(name));
        if (!isOurs(volume) || !Objects.equals(org, volume.getLabels().get(Mark.ORG))) {
            throw DriverException.permanent(
                    VolumeKeeping.VOLUME_TAKEN,
                    "volume '" + name + "' exists on the node and is not yours");
        }
        return volume;
    }

    /** The labels of a volume of that organisation. */
    Map<String, String> marks(String org) {
        return org == null ? Map.of(Mark.NODE, nodeId) : Map.of(Mark.NODE, nodeId, Mark.ORG, org);
    }

    void remove(String name, String org) {
        var volume = find(name).orElseThrow(() -> none(name));
        if (!isOurs(volume)) {
            throw DriverException.permanent(
                    VolumeKeeping.VOLUME_TAKEN,
                    "volume '" + name + "' exists on the node and is not ours");
        }
        if (org != null && !org.equals(volume.getLabels().get(Mark.ORG))) {
            throw none(name);
        }
        engine.tell(
                client -> {
                    try {
                        return client.removeVolumeCmd(name).exec();
                    } catch (NotFoundException e) {
                        return name;
                    } catch (ConflictException e) {
                        throw inUse(name);
                    }
                });
    }

    /** One that was made for nothing; whoever uses it meanwhile keeps it. */
    void discard(String name, String org) {
        try {
            remove(name, org);
        } catch (DriverException e) {
            log.debug("volume {} stays: {}", name, e.getMessage());
        }
    }

    Optional<InspectVolumeResponse> find(String name) {
        return engine.ask(
                client -> {
                    try {
                        return Optional.of(client.inspectVolumeCmd(name).exec());
                    } catch (NotFoundException e) {
                        return Optional.empty();
                    }
                });
    }

    private boolean isOurs(InspectVolumeResponse volume) {
        var labels = volume.getLabels();
        return labels != null && nodeId.equals(labels.get(Mark.NODE));
    }

    private VolumeInfo told(
            InspectVolumeResponse volume, Map<String, List<VolumeInfo.User>> users) {
        var labels = new TreeMap<>(volume.getLabels());
        labels.keySet().removeIf(name -> name.startsWith(Mark.OURS));
        return new VolumeInfo(
                volume.getName(),
                volume.getLabels().get(Mark.ORG),
                volume.getDriver(),
                createdAt(volume),
                labels,
                users.get(volume.getName()));
    }

    private static Instant createdAt(InspectVolumeResponse volume) {
        try {
            return volume.getRawValues().get("CreatedAt") instanceof String told
                    ? OffsetDateTime.parse(told).toInstant()
                    : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The containers that use each volume, running or not, whoever made them. */
    private Map<String, List<VolumeInfo.User>> users() {
        var users = new LinkedHashMap<String, List<VolumeInfo.User>>();
        for (var container : containers.everything()) {
            var mounts =
                    container.getMounts() == null
                            ? List.<ContainerMount>of()
                            : container.getMounts();
            for (var mount : mounts) {
                if (mount.getName() != null) {
                    users.computeIfAbsent(mount.getName(), name -> new ArrayList<>())
                            .add(user(container));
                }
            }
        }
        return users;
    }

    private VolumeInfo.User user(Container container) {
        return new VolumeInfo.User(
                container.getNames()[0].replaceFirst("^/", ""),
                containers.markOn(container).map(mark -> mark.resourceId().value()).orElse(null));
    }

    private DriverException inUse(String name) {
        String holders =
                users().getOrDefault(name, List.of()).stream()
                        .map(NamedVolumes::named)
                        .collect(Collectors.joining(", "));
        return DriverException.permanent(
                VolumeKeeping.VOLUME_IN_USE,
                "volume '%s' is in use by %s"
                        .formatted(name, holders.isEmpty() ? "a container" : holders));
    }

    private static String named(VolumeInfo.User user) {
        return user.resourceId() == null
                ? "container '" + user.container() + "'"
                : "resource " + user.resourceId();
    }

    private static DriverException none(String name) {
        return DriverException.permanent(
                VolumeKeeping.VOLUME_NOT_FOUND, "there is no volume '" + name + "' on the node");
    }
}
