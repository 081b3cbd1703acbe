package dev.aiwm.cli.create;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.output.Sizes;
import dev.aiwm.cli.session.Trouble;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@Command(
        name = "vm",
        description = "Create a virtual machine",
        footer = {
            "",
            "Examples:",
            "  aiwm create vm dev --image ubuntu-22.04 --cpus 4 --ram 8G --disk 50",
            "  aiwm create vm gpu --image debian-12 --vlan 100 --ip 192.168.100.10 --netmask 255.255.255.0 \\",
            "       --gateway 192.168.100.1 --gpu GPU-0 --user me --ssh-key ~/.ssh/id_ed25519.pub"
        })
final class CreateMachine extends NewResource {
    @Option(
            names = "--image",
            required = true,
            paramLabel = "IMAGE",
            description = "of the system, as in ubuntu-22.04")
    private String image;

    @Option(names = "--cpus", paramLabel = "N", description = "virtual processors")
    private Integer cpus;

    @Option(names = "--ram", paramLabel = "SIZE", description = "memory, as in 8G")
    private String ram;

    @Option(names = "--disk", paramLabel = "SIZE", description = "in gigabytes")
    private String disk;

    @Option(names = "--vlan", paramLabel = "ID", description = "of its network")
    private Integer vlan;

    @Option(names = "--ip", paramLabel = "ADDRESS", description = "a static one; DHCP without it")
    private String ip;

    @Option(names = "--netmask", paramLabel = "MASK", description = "of the static address")
    private String netmask;

    @Option(names = "--gateway", paramLabel = "ADDRESS", description = "of the static address")
    private String gateway;

    @Option(names = "--gpu", paramLabel = "ID", description = "a GPU that it gets for itself")
    private List<String> gpuIds;

    @Option(names = "--gpus", paramLabel = "N", description = "so many GPUs, whichever are free")
    private Integer gpus;

    @Option(
            names = "--mig",
            paramLabel = "PROFILE",
            description = "a slice of a GPU, as in 1g.10gb")
    private String mig;

    @Option(
            names = "--hostname",
            paramLabel = "NAME",
            description = "that the system has for itself")
    private String hostname;

    @Option(names = "--user", paramLabel = "NAME", description = "made at the first boot")
    private String user;

    @Option(
            names = "--ssh-key",
            paramLabel = "FILE",
            description = "the public keys that let the user in, each on a line")
    private Path sshKey;

    @Option(
            names = "--password-stdin",
            description = "read the user's password from standard input")
    private boolean passwordStdin;

    @Override
    String type() {
        return "virtual-machine";
    }

    @Override
    void fill(ObjectNode config) {
        put(config, "osImage", image);
        put(config, "vcpus", cpus);
        put(config, "ramMB", Sizes.megabytes(ram));
        put(config, "diskGB", Sizes.gigabytes(disk));
        var network = config.putObject("networkConfig").put("mode", "bridge-vlan");
        network.put("ipMode", ip == null ? "dhcp" : "static");
        put(network, "vlanId", vlan);
        put(network, "ipAddress", ip);
        put(network, "netmask", netmask);
        put(network, "gateway", gateway);
        gpu(config);
        cloudInit(config);
    }

    private void gpu(ObjectNode config) {
        if (gpuIds == null && gpus == null && mig == null) {
            return;
        }
        var gpu = config.putObject("gpuConfig").put("enabled", true);
        gpu.put("mode", mig == null ? "passthrough" : "mig");
        putEach(gpu, "deviceIds", gpuIds);
        put(gpu, "count", gpus);
        put(gpu, "migProfile", mig);
    }

    private void cloudInit(ObjectNode config) {
        var init = Json.object();
        put(init, "hostname", hostname);
        put(init, "username", user);
        put(init, "sshPublicKey", sshKey == null ? null : keyIn(sshKey));
        put(init, "password", passwordStdin ? readLine() : null);
        if (!init.isEmpty()) {
            config.set("cloudInit", init);
        }
    }

    private static String keyIn(Path file) {
        try {
            var key = Files.readString(file).strip();
            if (key.contains("PRIVATE KEY")) {
                throw Trouble.usage(file + " is a private key", "give the one that ends in .pub");
            }
            return key;
        } catch (IOException e) {
            throw Trouble.usage("cannot read " + file, "the file of a public key is meant");
        }
    }
}
