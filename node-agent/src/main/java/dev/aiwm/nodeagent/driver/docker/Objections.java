package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.HostConfig;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What stands against taking over a container: that it may do or see what none of ours may, or that
 * what it uses cannot be claimed for it.
 */
final class Objections {
    private static final String HOST = "host";
    private static final String LOCAL = "local";
    private static final Set<Capability> HARMLESS =
            Set.of(
                    Capability.CHOWN,
                    Capability.DAC_OVERRIDE,
                    Capability.FOWNER,
                    Capability.SETUID,
                    Capability.SETGID,
                    Capability.KILL,
                    Capability.NET_BIND_SERVICE);

    private static final Set<String> HIDDEN = Set.of("/proc/kcore", "/sys/firmware");
    private static final Set<String> PROTECTED =
            Set.of("/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger");

    private final List<String> found = new ArrayList<>();
    private final DockerSettings settings;
    private final Function<String, Optional<InspectVolumeResponse>> volumes;

    private Objections(
            DockerSettings settings, Function<String, Optional<InspectVolumeResponse>> volumes) {
        this.settings = settings;
        this.volumes = volumes;
    }

    /**
     * @param volumes finds one by its name
     */
    static List<String> to(
            InspectContainerResponse box,
            DockerSettings settings,
            Function<String, Optional<InspectVolumeResponse>> volumes) {
        var objections = new Objections(settings, volumes);
        objections.powers(box.getHostConfig());
        objections.confinement(box);
        objections.others(box.getHostConfig());
        objections.devices(box.getHostConfig());
        objections.mounts(box);
        objections.object(
                Sightings.isTrue(box.getHostConfig().getAutoRemove()),
                "it is removed when it ends (--rm)");
        return objections.found;
    }

    private void powers(HostConfig limits) {
        object(Sightings.isTrue(limits.getPrivileged()), "it is privileged");
        object(HOST.equals(limits.getPidMode()), "it sees the processes of the node");
        object(HOST.equals(limits.getIpcMode()), "it shares memory with the node");
        object(HOST.equals(limits.getUtSMode()), "it can change the name of the node");
        object(HOST.equals(limits.getUsernsMode()), "its users are those of the node");
        var capabilities = limits.getCapAdd();
        object(
                capabilities != null && !HARMLESS.containsAll(Arrays.asList(capabilities)),
                "it has capabilities beyond those of our containers");
    }

    /** The engine hides and protects some of what the kernel shows, unless it is told not to. */
    private void confinement(InspectContainerResponse box) {
        var security = box.getHostConfig().getSecurityOpts();
        boolean bare = lacks(box, "MaskedPaths", HIDDEN) || lacks(box, "ReadonlyPaths", PROTECTED);
        boolean unconfined =
                security != null
                        && security.stream().anyMatch(option -> option.contains("unconfined"));
        object(bare || unconfined, "it is not confined");
    }

    /** An engine that says nothing about it does as is usual; the library does not know it. */
    private static boolean lacks(InspectContainerResponse box, String name, Set<String> paths) {
        return box.getRawValues().get("HostConfig") instanceof Map<?, ?> limits
                && limits.get(name) instanceof Collection<?> told
                && !told.containsAll(paths);
    }

    private void others(HostConfig limits) {
        object(isOfAnother(limits.getNetworkMode()), "it uses the network of another container");
        object(isOfAnother(limits.getPidMode()), "it sees the processes of another container");
        object(isOfAnother(limits.getIpcMode()), "it shares memory with another container");
    }

    private static boolean isOfAnother(String mode) {
        return mode != null && mode.startsWith("container:");
    }

    private void devices(HostConfig limits) {
        object(
                limits.getDevices() != null && limits.getDevices().length > 0,
                "it uses devices of the node");
        object(
                limits.getDeviceCgroupRules() != null && !limits.getDeviceCgroupRules().isEmpty(),
                "it may make devices of the node for itself");
        var requests = limits.getDeviceRequests();
        if (requests != null) {
            object(
                    requests.stream().anyMatch(Objections::isUnnamed),
                    "it uses GPUs without naming them");
            object(
                    requests.stream()
                            .flatMap(request -> ids(request).stream())
                            .anyMatch(id -> id.startsWith("MIG-")),
                    "it uses slices of GPUs");
        }
    }

    private void mounts(InspectContainerResponse box) {
        if (box.getMounts() == null) {
            return;
        }
        for (var mount : box.getMounts()) {
            boolean folder = mount.getName() == null && mount.getSource() != null;
            object(
                    folder && !mount.getSource().isEmpty() && !allowed(Path.of(mount.getSource())),
                    "it sees %s, which is not below %s"
                            .formatted(mount.getSource(), settings.dataRoots()));
            if (mount.getName() != null) {
                volumes.apply(mount.getName()).ifPresent(this::volume);
            }
        }
    }

    /** With options the engine's own kind of volume is whatever the node can mount. */
    private void volume(InspectVolumeResponse volume) {
        var options = volume.getOptions() == null ? Map.<String, String>of() : volume.getOptions();
        String device = options.getOrDefault("device", "");
        String flags = options.getOrDefault("o", "");
        boolean another = flags.contains("bind") || flags.contains("move");
        boolean memory = "tmpfs".equals(options.get("type")) && !another;
        boolean mounted = !device.isEmpty() || options.containsKey("type") || another;
        boolean ours = flags.contains("bind") && device.startsWith("/") && allowed(Path.of(device));
        object(
                LOCAL.equals(volume.getDriver()) && mounted && !memory && !ours,
                "its volume '%s' is %s, which is not below %s"
                        .formatted(volume.getName(), device, settings.dataRoots()));
    }

    private boolean allowed(Path source) {
        try {
            var real = source.toRealPath();
            for (var root : settings.dataRoots()) {
                if (real.startsWith(root.toRealPath())) {
                    return !settings.socket().toRealPath().startsWith(real);
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }

    private static boolean isUnnamed(DeviceRequest request) {
        return ids(request).isEmpty() && request.getCount() != null && request.getCount() != 0;
    }

    static List<String> ids(DeviceRequest request) {
        return request.getDeviceIds() == null ? List.of() : request.getDeviceIds();
    }

    private void object(boolean reason, String words) {
        if (reason) {
            found.add(words);
        }
    }
}
