package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.VolumeOptions;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What of the node a container may see: folders below the roots that the node's operator allows,
 * looked at where they really are, and named volumes. What is mounted is the resolved folder, so
 * that a link changed later leads nowhere else.
 */
final class Mounts {
    /** A folder that containers may not see. */
    static final String PATH_NOT_ALLOWED = "PATH_NOT_ALLOWED";

    private final Containers containers;
    private final DockerSettings settings;
    private final NamedVolumes volumes;

    Mounts(Containers containers, DockerSettings settings, NamedVolumes volumes) {
        this.containers = containers;
        this.settings = settings;
        this.volumes = volumes;
    }

    /**
     * What one container is to see.
     *
     * @param owned the volumes that it may have because they are its organisation's
     * @param made those of them that were not there before
     */
    record Prepared(List<Mount> mounts, List<String> owned, List<String> made) {}

    /** Folders and volumes that are not there yet are made. */
    Prepared prepare(List<VolumeMount> wanted, CreateRequest request) {
        var prepared = new Prepared(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            wanted.forEach(volume -> prepare(volume, request, prepared));
            return prepared;
        } catch (DriverException e) {
            discard(prepared, request);
            throw e;
        }
    }

    /** No container came of it. */
    void discard(Prepared prepared, CreateRequest request) {
        prepared.made().forEach(name -> volumes.discard(name, request.org()));
    }

    private void prepare(VolumeMount wanted, CreateRequest request, Prepared into) {
        var mount = new Mount().withTarget(wanted.containerPath()).withReadOnly(wanted.readOnly());
        String name = wanted.hostPath();
        if (name.startsWith("/")) {
            var folder = allowed(Path.of(name).normalize());
            into.mounts().add(mount.withType(MountType.BIND).withSource(folder.toString()));
            return;
        }
        into.mounts().add(mount.withType(MountType.VOLUME).withSource(name));
        if (isUsedAlready(name, request.resourceId())) {
            return;
        }
        into.owned().add(name);
        if (volumes.make(name, request.org(), Map.of()).made()) {
            into.made().add(name);
        }
        // it may be removed before the container has it, and is then made again, by the engine
        mount.withVolumeOptions(new VolumeOptions().withLabels(volumes.marks(request.org())));
    }

    /**
     * What the resource has it keeps, whoever made it: a container that was taken over may have
     * volumes of its former owner, and older ones do not say whose they are.
     */
    private boolean isUsedAlready(String volume, ResourceId resourceId) {
        return containers.of(resourceId).stream()
                .flatMap(found -> containers.inspect(found.id()).stream())
                .filter(box -> box.getMounts() != null)
                .flatMap(box -> box.getMounts().stream())
                .anyMatch(mount -> volume.equals(mount.getName()));
    }

    private Path allowed(Path wanted) {
        try {
            for (var root : settings.dataRoots()) {
                if (wanted.startsWith(root)) {
                    Files.createDirectories(root);
                    return within(root.toRealPath(), wanted);
                }
            }
        } catch (IOException e) {
            if (FullDisk.isIn(e.getMessage())) {
                throw FullDisk.at(wanted, e);
            }
            throw DriverException.permanent(
                    PATH_NOT_ALLOWED, wanted + " cannot be made or read on the node");
        }
        throw refused(wanted);
    }

    /** Makes what is missing, but only below what has been looked at. */
    private Path within(Path root, Path wanted) throws IOException {
        var there = wanted;
        while (!Files.exists(there)) {
            if (Files.isSymbolicLink(there)) {
                throw refused(wanted);
            }
            there = there.getParent();
        }
        var real = there.toRealPath();
        if (!real.startsWith(root)) {
            throw refused(wanted);
        }
        var folder = real.resolve(there.relativize(wanted)).normalize();
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
        }
        if (Files.exists(settings.socket()) && opensTheEngine(folder)) {
            throw DriverException.permanent(
                    PATH_NOT_ALLOWED, "the Docker socket is not given to containers");
        }
        return folder;
    }

    private boolean opensTheEngine(Path folder) throws IOException {
        return settings.socket().toRealPath().startsWith(folder.toRealPath());
    }

    private DriverException refused(Path wanted) {
        return DriverException.permanent(
                PATH_NOT_ALLOWED,
                "%s is not below a folder that this node allows for containers: %s"
                        .formatted(wanted, settings.dataRoots()));
    }
}
