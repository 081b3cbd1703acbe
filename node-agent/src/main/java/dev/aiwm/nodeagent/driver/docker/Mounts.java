package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;

import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.driver.DriverException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What of the node a container may see: folders below the roots that the node's operator allows,
 * looked at where they really are, and named volumes. What is mounted is the resolved folder, so
 * that a link changed later leads nowhere else.
 */
final class Mounts {
    /** A folder that containers may not see. */
    static final String PATH_NOT_ALLOWED = "PATH_NOT_ALLOWED";

    private final DockerSettings settings;
    private final NamedVolumes volumes;

    Mounts(Engine engine, DockerSettings settings) {
        this.settings = settings;
        volumes = new NamedVolumes(engine, settings.nodeId());
    }

    /** Folders and volumes that are not there yet are made. */
    List<Mount> prepare(List<VolumeMount> wanted) {
        return wanted.stream().map(this::prepare).toList();
    }

    private Mount prepare(VolumeMount wanted) {
        var mount = new Mount().withTarget(wanted.containerPath()).withReadOnly(wanted.readOnly());
        if (!wanted.hostPath().startsWith("/")) {
            volumes.make(wanted.hostPath());
            return mount.withType(MountType.VOLUME).withSource(wanted.hostPath());
        }
        var folder = allowed(Path.of(wanted.hostPath()).normalize());
        return mount.withType(MountType.BIND).withSource(folder.toString());
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
