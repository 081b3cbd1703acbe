package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.protocol.VolumeInfo;
import dev.aiwm.contracts.protocol.VolumeMade;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.VolumeKeeping;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Volumes of a simulated engine: they have names and owners, and nothing is in them. */
final class SimulatedVolumes implements VolumeKeeping {
    private static final String DRIVER = "simulated";

    private final SimulatedObjects objects;
    private final ObjectFolder folder;

    SimulatedVolumes(SimulatedObjects objects) {
        this.objects = objects;
        folder = objects.folder();
    }

    @Override
    public synchronized List<VolumeInfo> volumes() {
        return folder.volumes().stream().map(this::used).toList();
    }

    @Override
    public synchronized VolumeMade createVolume(
            String name, String org, Map<String, String> labels) {
        var known = find(name);
        if (known != null && !Objects.equals(known.org(), org)) {
            throw DriverException.permanent(
                    VOLUME_TAKEN, "volume '" + name + "' exists on the node and is not yours");
        }
        if (known != null) {
            return new VolumeMade(false, used(known));
        }
        var made = new VolumeInfo(name, org, DRIVER, objects.now(), labels, List.of());
        folder.putVolume(made);
        return new VolumeMade(true, made);
    }

    /** What a container is to use; what its older generation uses is there, and may be used. */
    synchronized void prepare(CreateRequest request, SimulatedObject before) {
        for (var name : NewObjects.volumes(request.config())) {
            if (before == null || !before.volumes().contains(name)) {
                var unused = createVolume(name, request.org(), Map.of());
            }
        }
    }

    @Override
    public synchronized void removeVolume(String name, String org) {
        var known = find(name);
        if (known == null || org != null && !org.equals(known.org())) {
            throw DriverException.permanent(
                    VOLUME_NOT_FOUND, "there is no volume '" + name + "' on the node");
        }
        var users = used(known).usedBy();
        if (!users.isEmpty()) {
            throw DriverException.permanent(
                    VOLUME_IN_USE,
                    "volume '%s' is in use by %s"
                            .formatted(
                                    name,
                                    users.stream()
                                            .map(user -> "resource " + user.resourceId())
                                            .collect(Collectors.joining(", "))));
        }
        folder.removeVolume(name);
    }

    private VolumeInfo find(String name) {
        return folder.volumes().stream()
                .filter(volume -> volume.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private VolumeInfo used(VolumeInfo volume) {
        var users =
                folder.all().stream()
                        .filter(object -> object.volumes().contains(volume.name()))
                        .map(SimulatedObject::info)
                        .map(info -> new VolumeInfo.User(info.name(), info.resourceId()))
                        .toList();
        return new VolumeInfo(
                volume.name(),
                volume.org(),
                volume.driver(),
                volume.createdAt(),
                volume.labels(),
                users);
    }
}
