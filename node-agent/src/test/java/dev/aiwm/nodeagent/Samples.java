package dev.aiwm.nodeagent;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.HostPort;
import dev.aiwm.contracts.node.ledger.Transport;
import dev.aiwm.contracts.protocol.ContainerCreate;
import dev.aiwm.contracts.protocol.VmCreate;
import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.EnvironmentValue;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.NetworkMode;
import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.contracts.resource.config.PortMapping;
import dev.aiwm.contracts.resource.config.Registry;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.contracts.resource.config.VolumeMount;

import java.util.List;
import java.util.Map;

/** Things to make in tests. */
public final class Samples {
    public static final String SECRET = "s3cr3t-in-the-environment";

    public static final String ORG = "org-1";

    private Samples() {}

    public static VirtualMachineConfig virtualMachine() {
        return new VirtualMachineConfig(
                OsImage.UBUNTU_22_04,
                4,
                8_192,
                100,
                null,
                new NetworkConfig(NetworkMode.BRIDGE_VLAN, IpMode.DHCP, null, null, null, 100),
                null);
    }

    public static ApplicationContainerConfig container() {
        return container(List.of());
    }

    public static ApplicationContainerConfig container(List<VolumeMount> volumes) {
        return new ApplicationContainerConfig(
                Registry.DOCKER_HUB,
                "nginx",
                "1.27",
                null,
                List.of(new PortMapping(80, 8_080, null, null)),
                volumes,
                Map.of("PASSWORD", EnvironmentValue.plain(SECRET)),
                2.0,
                512L,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    public static Claims claims(String... gpuIds) {
        return new Claims(4, 8_192, 100, List.of(gpuIds), List.of(), List.of(), List.of());
    }

    public static Claims claimsOfPort(int port) {
        return new Claims(
                2,
                512,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(new HostPort(Transport.TCP, null, port)));
    }

    public static VmCreate vmCreate(ResourceId resourceId) {
        return new VmCreate(resourceId, "vm " + resourceId, 1, virtualMachine(), claims());
    }

    public static ContainerCreate containerCreate(ResourceId resourceId) {
        return new ContainerCreate(
                resourceId, "web " + resourceId, 1, container(), claimsOfPort(8_080), ORG);
    }
}
