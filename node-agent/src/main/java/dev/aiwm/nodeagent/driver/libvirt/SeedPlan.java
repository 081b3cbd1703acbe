package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.resource.config.CloudInit;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.nodeagent.driver.libvirt.seed.Seed;

import java.util.List;
import java.util.Locale;

/** What a guest is told at its boot, from what its user asked for. */
final class SeedPlan {
    private static final CloudInit NOTHING = new CloudInit(null, null, null, null);
    private static final int LONGEST_NAME = 63;

    private SeedPlan() {}

    static Seed of(
            CreateRequest request,
            VirtualMachineConfig config,
            List<String> nameservers,
            boolean firstBoot) {
        var wanted = config.cloudInit() == null ? NOTHING : config.cloudInit();
        return new Seed(
                request.resourceId().value() + "-g" + request.generation(),
                Guests.isWindows(config.osImage()),
                firstBoot,
                blank(wanted.hostname()) ? hostname(request) : wanted.hostname(),
                blank(wanted.username()) ? Guests.user(config.osImage()) : wanted.username(),
                keys(wanted.sshPublicKey()),
                wanted.password() == null ? null : wanted.password().value(),
                DerivedNames.mac(request.resourceId()),
                address(config.networkConfig()),
                nameservers);
    }

    private static List<String> keys(String text) {
        return blank(text)
                ? List.of()
                : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Seed.StaticAddress address(NetworkConfig network) {
        return network.ipMode() == IpMode.STATIC
                ? Seed.StaticAddress.of(network.ipAddress(), network.netmask(), network.gateway())
                : null;
    }

    /** The resource's name, as far as a host may be called so. */
    private static String hostname(CreateRequest request) {
        String name =
                request.name()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+", "");
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("-+$", "");
        return cut.isEmpty() ? "vm-" + request.resourceId().value() : cut;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
