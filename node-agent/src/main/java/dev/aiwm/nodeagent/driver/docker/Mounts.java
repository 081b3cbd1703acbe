package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    Mounts(Engine engine, Containers containers, DockerSettings settings) {
        this.containers = containers;
        this.settings = settings;
        volumes = new NamedVolumes(engine, containers, settings.nodeId());
    }

    /** Folders and volumes that are not there yet are made. */
    List<Mount> prepare(List<VolumeMount> wanted, CreateRequest request) {
        return wanted.stream().map(volume -> prepare(volume, request)).toList();
    }

    private Mount prepare(VolumeMount wanted, CreateRequest request) {
        var mount = new Mount().withTarget(wanted.containerPath()).withReadOnly(wanted.readOnly());
        if (!wanted.hostPath().startsWith("/")) {
            if (!isUsedAlready(wanted.hostPath(), request.resourceId())) {
                var unused = volumes.make(wanted.hostPath(), request.org(), Map.of());
            }
            return mount.withType(MountType.VOLUME).withSource(wanted.hostPath());
        }
        var folder = allowed(Path.of(wanted.hostPath()).normalize());
        return mount.withType(MountType.BIND).withSource(folder.toString());
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
