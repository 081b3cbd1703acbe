package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.node.ledger.HostPort;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.Endpoint;
import dev.aiwm.nodeagent.driver.HostFacts;

import java.time.Instant;
import java.util.List;

/** Makes objects from requests, leaving out everything that could be a secret. */
final class NewObjects {
    private static final int DHCP_NET = 50;

    private NewObjects() {}

    /** Takes the place of the one before, and its snapshots unless its image is another. */
    static SimulatedObject make(
            CreateRequest request, SimulatedObject before, HostFacts host, Instant now) {
        var config = request.config();
        String id = request.resourceId().value();
        String image =
                config.fold(
                        vm -> vm.osImage().wire(),
                        NewObjects::image,
                        inference -> inference.dockerImage());
        boolean same = before != null && before.image().equals(image);
        return new SimulatedObject(
                request.resourceId(),
                config.resourceType(),
                request.name(),
                request.generation(),
                image,
                request.claims(),
                null,
                (config.isVirtualMachine() ? "sim-vm-" : "sim-ct-") + id,
                config.fold(
                        vm -> address(vm, id),
                        application -> firstPort(request, host),
                        inference -> firstPort(request, host)),
                ObservedState.STOPPED,
                null,
                null,
                now,
                same ? before.snapshots() : List.of(),
                same ? before.based() : null,
                volumes(config));
    }

    /** Those with names: folders of the node are nobody's. */
    static List<String> volumes(ResourceConfig config) {
        return config.fold(
                vm -> List.<String>of(),
                application ->
                        application.volumes().stream()
                                .map(VolumeMount::hostPath)
                                .filter(source -> !source.startsWith("/"))
                                .distinct()
                                .toList(),
                inference -> List.<String>of());
    }

    private static String image(ApplicationContainerConfig config) {
        return config.imageTag() == null
                ? config.imageName()
                : config.imageName() + ":" + config.imageTag();
    }

    /** The static address, or one that a simulated DHCP server gives. */
    private static String address(VirtualMachineConfig config, String id) {
        String chosen = config.networkConfig().ipAddress();
        if (chosen != null) {
            return chosen;
        }
        int host = Integer.parseInt(id.substring(id.length() - 4), 16);
        return "10.%d.%d.%d".formatted(DHCP_NET, host >> 8, host & 0xFF);
    }

    private static String firstPort(CreateRequest request, HostFacts host) {
        return request.claims().hostPorts().stream()
                .findFirst()
                .map(port -> Endpoint.of(addressOf(port, host), port.port()))
                .orElse(null);
    }

    private static String addressOf(HostPort port, HostFacts host) {
        boolean everywhere =
                port.address() == null
                        || port.address().isEmpty()
                        || port.address().equals("0.0.0.0");
        return everywhere ? host.ipAddress() : port.address();
    }
}
