package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.HostConfig;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What stands against taking over a container: that it may do or see what none of ours may, or that
 * what it uses cannot be claimed for it.
 */
final class Objections {
    private static final String HOST = "host";
    private static final Set<Capability> HARMLESS =
            Set.of(
                    Capability.CHOWN,
                    Capability.DAC_OVERRIDE,
                    Capability.FOWNER,
                    Capability.SETUID,
                    Capability.SETGID,
                    Capability.KILL,
                    Capability.NET_BIND_SERVICE);

    private final List<String> found = new ArrayList<>();
    private final DockerSettings settings;

    private Objections(DockerSettings settings) {
        this.settings = settings;
    }

    static List<String> to(InspectContainerResponse box, DockerSettings settings) {
        var objections = new Objections(settings);
        objections.powers(box.getHostConfig());
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
        object(
                limits.getNetworkMode() != null && limits.getNetworkMode().startsWith("container:"),
                "it uses the network of another container");
        var capabilities = limits.getCapAdd();
        object(
                capabilities != null && !HARMLESS.containsAll(Arrays.asList(capabilities)),
                "it has capabilities beyond those of our containers");
        var security = limits.getSecurityOpts();
        object(
                security != null
                        && security.stream().anyMatch(option -> option.contains("unconfined")),
                "it is not confined");
    }

    private void devices(HostConfig limits) {
        object(
                limits.getDevices() != null && limits.getDevices().length > 0,
                "it uses devices of the node");
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
        }
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
