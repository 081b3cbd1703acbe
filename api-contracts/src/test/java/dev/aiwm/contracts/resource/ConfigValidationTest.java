package dev.aiwm.contracts.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.CloudInit;
import dev.aiwm.contracts.resource.config.EnvironmentValue;
import dev.aiwm.contracts.resource.config.GpuConfig;
import dev.aiwm.contracts.resource.config.GpuMode;
import dev.aiwm.contracts.resource.config.InferenceContainerConfig;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.NetworkMode;
import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.contracts.resource.config.PortMapping;
import dev.aiwm.contracts.resource.config.Registry;
import dev.aiwm.contracts.resource.config.RegistryAuth;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.contracts.resource.config.VolumeMount;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The single-field rules of R041, as the annotations state them. */
class ConfigValidationTest {
    private static final ValidatorFactory FACTORY =
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();
    private static final NetworkConfig DHCP =
            new NetworkConfig(NetworkMode.BRIDGE_VLAN, IpMode.DHCP, null, null, null, 100);

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void what_the_documents_show_is_valid() {
        assertThat(complaints(machine(4, 100, DHCP))).isEmpty();
        assertThat(complaints(container("nginx", 80))).isEmpty();
        assertThat(complaints(inference("llama", 8_000))).isEmpty();
    }

    @Test
    void a_machine_has_1_to_128_cpus() {
        assertThat(complaints(machine(0, 100, DHCP))).containsExactly("vcpus");
        assertThat(complaints(machine(129, 100, DHCP))).containsExactly("vcpus");
        assertThat(complaints(machine(128, 100, DHCP))).isEmpty();
    }

    @Test
    void a_disk_has_at_least_10_gigabytes() {
        assertThat(complaints(machine(1, 9, DHCP))).containsExactly("diskGB");
        assertThat(complaints(machine(1, 10, DHCP))).isEmpty();
    }

    @Test
    void a_machine_needs_an_image_and_a_network() {
        assertThat(complaints(new VirtualMachineConfig(null, 1, 1_024, 10, null, null, null)))
                .containsExactlyInAnyOrder("osImage", "networkConfig");
    }

    @Test
    void what_lies_inside_is_checked_too() {
        var gpu = new GpuConfig(true, GpuMode.PASSTHROUGH, List.of(" "), 0, null);
        var network = new NetworkConfig(null, IpMode.DHCP, null, null, null, 5_000);

        assertThat(
                        complaints(
                                new VirtualMachineConfig(
                                        OsImage.DEBIAN_12, 1, 1_024, 10, gpu, network, null)))
                .containsExactlyInAnyOrder(
                        "gpuConfig.deviceIds[0].<list element>",
                        "gpuConfig.count",
                        "networkConfig.mode",
                        "networkConfig.vlanId");
    }

    @Test
    void a_container_needs_an_image_and_ports_that_exist() {
        assertThat(complaints(container("", 0)))
                .containsExactlyInAnyOrder("imageName", "containerPorts[0].containerPort");
    }

    @Test
    void an_inference_container_needs_a_model_an_image_and_a_port_that_exists() {
        assertThat(complaints(inference(" ", 70_000)))
                .containsExactlyInAnyOrder("modelId", "containerPort");
    }

    @Test
    void readers_see_that_secrets_are_set_and_nothing_else() {
        var secret = SecretRef.of("vault:1");
        var config =
                new ApplicationContainerConfig(
                        Registry.PRIVATE,
                        "app",
                        "1",
                        new RegistryAuth("user", secret),
                        List.of(),
                        List.of(),
                        Map.of("KEY", EnvironmentValue.secret(secret)),
                        1.0,
                        64L,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null);

        assertThat(config.secrets()).containsExactly(secret, secret);
        assertThat(config.masked().secrets()).containsOnly(SecretRef.MASK);
        var machine =
                new VirtualMachineConfig(
                        OsImage.DEBIAN_12,
                        1,
                        1_024,
                        10,
                        null,
                        DHCP,
                        new CloudInit("host", null, "user", secret));
        assertThat(machine.masked().secrets()).containsExactly(SecretRef.MASK);
        assertThat(machine.masked().toString()).doesNotContain("vault:1");
    }

    private static Set<String> complaints(ResourceConfig config) {
        return VALIDATOR.validate(config).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .collect(Collectors.toSet());
    }

    private static VirtualMachineConfig machine(int vcpus, long diskGB, NetworkConfig network) {
        return new VirtualMachineConfig(
                OsImage.UBUNTU_22_04, vcpus, 8_192, diskGB, null, network, null);
    }

    private static ApplicationContainerConfig container(String image, int containerPort) {
        return new ApplicationContainerConfig(
                Registry.DOCKER_HUB,
                image,
                "16",
                null,
                List.of(new PortMapping(containerPort, 5_432, null, null)),
                List.of(new VolumeMount("/data/db", "/var/lib/db", false)),
                Map.of("MODE", EnvironmentValue.plain("test")),
                2.0,
                512L,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    private static InferenceContainerConfig inference(String model, int port) {
        return new InferenceContainerConfig(
                model,
                null,
                "vllm:1",
                port,
                null,
                List.of("GPU-0"),
                null,
                null,
                "/health",
                Map.of(),
                4.0,
                8_192L);
    }
}
