package dev.aiwm.nodeagent.driver.libvirt.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The disc from which cloud-init's NoCloud source reads. Everything in it is JSON, which is YAML
 * too: a writer that quotes everything leaves nothing for a name or a key to break out of.
 */
public final class NoCloudSeed {
    /** What the guest looks for among its discs. */
    public static final String VOLUME = "cidata";

    private static final String HEADER = "#cloud-config\n";
    private static final String ALL = "ALL=(ALL) NOPASSWD:ALL";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NoCloudSeed() {}

    /** The disc's bytes. */
    public static byte[] disc(Seed seed, Instant made) {
        return IsoImage.of(
                VOLUME,
                List.of(
                        file("meta-data", JSON.writeValueAsString(metaData(seed))),
                        file("network-config", JSON.writeValueAsString(networkConfig(seed))),
                        file("user-data", HEADER + JSON.writeValueAsString(userData(seed)))),
                made);
    }

    private static SeedFile file(String name, String content) {
        return new SeedFile(name, (content + "\n").getBytes(UTF_8));
    }

    static Map<String, Object> metaData(Seed seed) {
        var data = new LinkedHashMap<String, Object>();
        data.put("instance-id", seed.instanceId());
        data.put("local-hostname", seed.hostname());
        if (seed.windows()) {
            data.put("public-keys", seed.sshKeys());
        }
        return data;
    }

    static Map<String, Object> userData(Seed seed) {
        var data = new LinkedHashMap<String, Object>();
        data.put("hostname", seed.hostname());
        if (seed.windows()) {
            return data;
        }
        data.put("preserve_hostname", false);
        data.put("users", List.of(user(seed)));
        data.put("ssh_pwauth", seed.password() != null && seed.sshKeys().isEmpty());
        data.put("ssh_deletekeys", seed.firstBoot());
        data.put("disable_root", true);
        data.put("packages", List.of("qemu-guest-agent"));
        data.put("runcmd", List.of(List.of("systemctl", "enable", "--now", "qemu-guest-agent")));
        return data;
    }

    private static Map<String, Object> user(Seed seed) {
        var user = new LinkedHashMap<String, Object>();
        user.put("name", seed.username());
        user.put("sudo", ALL);
        user.put("shell", "/bin/bash");
        user.put("lock_passwd", seed.password() == null);
        if (seed.password() != null) {
            user.put("hashed_passwd", Sha512Crypt.hash(seed.password()));
        }
        if (!seed.sshKeys().isEmpty()) {
            user.put("ssh_authorized_keys", seed.sshKeys());
        }
        return user;
    }

    /** Matched by address, as names of cards differ between guests. */
    static Map<String, Object> networkConfig(Seed seed) {
        var card = new LinkedHashMap<String, Object>();
        card.put("match", Map.of("macaddress", seed.mac()));
        var address = seed.address();
        card.put("dhcp4", address == null);
        if (address != null) {
            card.put("addresses", List.of(address.withPrefix()));
            card.put("routes", List.of(defaultRoute(address.gateway())));
        }
        if (!seed.nameservers().isEmpty()) {
            card.put("nameservers", Map.of("addresses", seed.nameservers()));
        }
        var config = new LinkedHashMap<String, Object>();
        config.put("version", 2);
        config.put("ethernets", Map.of("primary", card));
        return config;
    }

    private static Map<String, Object> defaultRoute(String gateway) {
        var route = new LinkedHashMap<String, Object>();
        route.put("to", "0.0.0.0/0");
        route.put("via", gateway);
        return route;
    }
}
