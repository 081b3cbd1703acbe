package dev.aiwm.command.api;

import dev.aiwm.contracts.node.ledger.IpAddress;
import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.CloudInit;
import dev.aiwm.contracts.resource.config.DataDisk;
import dev.aiwm.contracts.resource.config.GpuConfig;
import dev.aiwm.contracts.resource.config.GpuMode;
import dev.aiwm.contracts.resource.config.InferenceContainerConfig;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.PortMapping;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.web.problem.FieldError;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What one field of a configuration demands of another (R041), and formats. */
final class ConfigRules {
    private static final String CONFIG = "/config";
    private static final Pattern MIG_PROFILE =
            Pattern.compile("[1-9]g\\.[1-9][0-9]{0,2}gb(\\+me)?");
    private static final Pattern HOST_NAME =
            Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
    private static final Pattern USER_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9._-]{0,31}");

    /** Options, the kind of key, the key, and whose it is; a line that was cut in two is none. */
    private static final Pattern SSH_KEY =
            Pattern.compile("(\\S.*[ \\t])?(sk-)?(ssh|ecdsa)-[^\\s,]+[ \\t]+\\S.*");

    private static final Pattern IMAGE =
            Pattern.compile("[a-z0-9]+([._:/-]+[a-z0-9]+)*(@sha256:[0-9a-f]{64})?");
    private static final Pattern IMAGE_WITH_TAG =
            Pattern.compile("[a-z0-9]+([._:/-]+[A-Za-z0-9_]+)*(@sha256:[0-9a-f]{64})?");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DISK = Pattern.compile("[a-z0-9][a-z0-9-]{0,15}");
    private static final Pattern VOLUME = Pattern.compile(VolumeName.FORMAT);
    private static final Pattern VARIABLE = Pattern.compile(VariableName.FORMAT);

    /** The engine publishes no port of what is on these. */
    private static final Set<String> PORTLESS = Set.of("host", "none");

    private final Findings findings;

    private ConfigRules(Findings findings) {
        this.findings = findings;
    }

    static List<FieldError> check(ResourceConfig config) {
        var findings = new Findings();
        var rules = new ConfigRules(findings);
        config.<Void>fold(rules::machine, rules::application, rules::inference);
        return findings.all();
    }

    private Void machine(VirtualMachineConfig config) {
        disks(config.disks());
        network(config.networkConfig());
        if (config.gpuConfig() != null) {
            gpu(config.gpuConfig());
        }
        if (config.cloudInit() != null) {
            cloudInit(config.cloudInit());
        }
        return null;
    }

    private void disks(List<DataDisk> disks) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < disks.size(); i++) {
            String at = CONFIG + "/disks/" + i + "/name";
            String name = disks.get(i).name();
            findings.format(DISK, name, at, "must be a short word of a-z, 0-9 and -");
            findings.contradiction(
                    name.equals("root") || !names.add(name), at, "is the name of another disk");
        }
    }

    private void network(NetworkConfig network) {
        String at = CONFIG + "/networkConfig";
        boolean isStatic = network.ipMode() == IpMode.STATIC;
        String why = "when ipMode is static";
        findings.need(isStatic && blank(network.ipAddress()), at + "/ipAddress", why);
        findings.need(isStatic && blank(network.netmask()), at + "/netmask", why);
        findings.need(isStatic && blank(network.gateway()), at + "/gateway", why);
        address(network.ipAddress(), at + "/ipAddress");
        address(network.gateway(), at + "/gateway");
        if (!blank(network.netmask()) && !Ipv4.isNetmask(network.netmask())) {
            findings.invalid(at + "/netmask", "must be a netmask such as 255.255.255.0");
        }
        boolean comparable =
                isStatic
                        && Ipv4.isAddress(network.ipAddress())
                        && Ipv4.isAddress(network.gateway())
                        && Ipv4.isNetmask(network.netmask());
        findings.contradiction(
                comparable
                        && !Ipv4.sameNetwork(
                                network.ipAddress(), network.gateway(), network.netmask()),
                at + "/gateway",
                "must be in the network of ipAddress");
        if (comparable) {
            usable(network, at + "/ipAddress");
        }
        findings.contradiction(
                !isStatic && !blank(network.ipAddress()),
                at + "/ipAddress",
                "has no meaning when ipMode is dhcp");
    }

    private void usable(NetworkConfig network, String pointer) {
        String address = network.ipAddress();
        findings.contradiction(
                address.equals(network.gateway()), pointer, "must not be the gateway itself");
        findings.contradiction(
                Ipv4.isTheNetworkOrItsBroadcast(address, network.netmask()),
                pointer,
                "must not be the address of the network or its broadcast address");
    }

    private void address(String value, String pointer) {
        if (!blank(value) && !Ipv4.isAddress(value)) {
            findings.invalid(pointer, "must be an IPv4 address");
        }
    }

    private void gpu(GpuConfig gpu) {
        String at = CONFIG + "/gpuConfig";
        findings.need(gpu.enabled() && gpu.mode() == null, at + "/mode", "when a GPU is enabled");
        boolean mig = gpu.mode() == GpuMode.MIG;
        boolean whole = gpu.mode() == GpuMode.PASSTHROUGH;
        findings.need(
                gpu.enabled() && mig && blank(gpu.migProfile()),
                at + "/migProfile",
                "when mode is mig");
        profile(gpu.migProfile(), at + "/migProfile");
        findings.contradiction(
                whole && !blank(gpu.migProfile()),
                at + "/migProfile",
                "has no meaning when mode is passthrough");
        findings.contradiction(
                mig && !gpu.deviceIds().isEmpty(),
                at + "/deviceIds",
                "has no meaning when mode is mig");
        devices(gpu.deviceIds(), gpu.count(), at + "/deviceIds");
    }

    private void devices(List<String> ids, Integer count, String pointer) {
        findings.contradiction(
                new HashSet<>(ids).size() < ids.size(), pointer, "must not name a device twice");
        findings.contradiction(
                !ids.isEmpty() && count != null && count != ids.size(),
                pointer,
                "must be as many as the count says");
    }

    private void profile(String profile, String pointer) {
        if (!blank(profile) && !MIG_PROFILE.matcher(profile).matches()) {
            findings.invalid(pointer, "must be a MIG profile such as 1g.10gb");
        }
    }

    private void cloudInit(CloudInit cloudInit) {
        String at = CONFIG + "/cloudInit";
        findings.format(HOST_NAME, cloudInit.hostname(), at + "/hostname", "must be a host name");
        findings.format(USER_NAME, cloudInit.username(), at + "/username", "must be a user name");
        String keys = cloudInit.sshPublicKey();
        if (keys != null && (keys.isBlank() || !keys.lines().allMatch(ConfigRules::keyOrBlank))) {
            findings.invalid(
                    at + "/sshPublicKey",
                    "must be a public key such as ssh-ed25519 AAAA…, or several, each on a line");
        }
    }

    private static boolean keyOrBlank(String line) {
        return line.isBlank() || SSH_KEY.matcher(line.strip()).matches();
    }

    private Void application(ApplicationContainerConfig config) {
        findings.format(
                IMAGE,
                config.imageName(),
                CONFIG + "/imageName",
                "must be an image name in lower case, without tag");
        findings.format(TAG, config.imageTag(), CONFIG + "/imageTag", "must be an image tag");
        ports(config.containerPorts());
        findings.contradiction(
                !config.containerPorts().isEmpty()
                        && PORTLESS.contains(String.valueOf(config.effectiveOptions().network())),
                CONFIG + "/containerPorts",
                "has no meaning on the networks host and none");
        volumes(config.volumes());
        OptionRules.check(config.effectiveOptions(), findings);
        container(
                config.gpuDeviceIds(),
                config.gpuCount(),
                config.migProfile(),
                config.environment());
        return null;
    }

    private void ports(List<PortMapping> ports) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            PortMapping port = ports.get(i);
            String at = CONFIG + "/containerPorts/" + i;
            String address = port.hostAddress() == null ? "" : port.hostAddress();
            Optional<String> canonical = IpAddress.canonical(address);
            if (!address.isEmpty() && canonical.isEmpty()) {
                findings.invalid(at + "/hostAddress", "must be an IPv4 or IPv6 address");
            }
            String place = port.transport() + "/" + canonical.orElse("") + "/" + port.hostPort();
            findings.contradiction(!taken.add(place), at + "/hostPort", "is mapped twice");
        }
    }

    private void volumes(List<VolumeMount> volumes) {
        Set<List<String>> taken = new HashSet<>();
        for (int i = 0; i < volumes.size(); i++) {
            String at = CONFIG + "/volumes/" + i;
            String inside = volumes.get(i).containerPath();
            source(volumes.get(i).hostPath(), at + "/hostPath");
            if (!isPath(inside) || folders(inside).isEmpty()) {
                findings.invalid(
                        at + "/containerPath", "must be an absolute path without .., below /");
                continue;
            }
            findings.contradiction(
                    !taken.add(folders(inside)), at + "/containerPath", "is mounted twice");
        }
    }

    /** A folder of the node, or a volume by its name. */
    private void source(String source, String pointer) {
        if (!isPath(source) && !VOLUME.matcher(source).matches()) {
            findings.invalid(
                    pointer,
                    "must be an absolute path without .., or the name of a volume, which "
                            + VolumeName.RULE);
        }
    }

    private static boolean isPath(String path) {
        boolean absolute = path.startsWith("/") && !path.contains("\0");
        return absolute && !folders(path).contains("..");
    }

    private static List<String> folders(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
    }

    private Void inference(InferenceContainerConfig config) {
        findings.format(
                IMAGE_WITH_TAG,
                config.dockerImage(),
                CONFIG + "/dockerImage",
                "must be an image such as vllm/vllm-openai:v0.8");
        container(
                config.gpuDeviceIds(),
                config.gpuCount(),
                config.migProfile(),
                config.environment());
        return null;
    }

    private void container(
            List<String> gpus, Integer count, String profile, Map<String, ?> environment) {
        devices(gpus, count, CONFIG + "/gpuDeviceIds");
        profile(profile, CONFIG + "/migProfile");
        findings.contradiction(
                !blank(profile) && !gpus.isEmpty(),
                CONFIG + "/migProfile",
                "and gpuDeviceIds exclude each other");
        for (String name : environment.keySet()) {
            findings.format(VARIABLE, name, CONFIG + "/environment/" + name, VariableName.RULE);
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
