package dev.aiwm.nodeagent.driver.libvirt.seed;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a guest is told at its boot. The password may be absent; here it is still in the clear, in
 * what is made of it only as a hash.
 *
 * @param instanceId changes when the guest is to take up its settings again
 * @param windows whether cloudbase-init reads it, which knows less than cloud-init
 * @param firstBoot whether the guest's disk is new, so that keys of the host are made afresh
 * @param address null for DHCP
 */
public record Seed(
        String instanceId,
        boolean windows,
        boolean firstBoot,
        String hostname,
        String username,
        List<String> sshKeys,
        String password,
        String mac,
        StaticAddress address,
        List<String> nameservers) {
    public Seed {
        requireNonNull(instanceId, "instanceId is null");
        requireNonNull(hostname, "hostname is null");
        requireNonNull(username, "username is null");
        requireNonNull(mac, "mac is null");
        sshKeys = List.copyOf(sshKeys);
        nameservers = List.copyOf(nameservers);
    }

    @Override
    public String toString() {
        return "Seed[" + instanceId + "]";
    }

    /** An address of the guest's own choice of network, with how many bits the network has. */
    public record StaticAddress(String address, int prefix, String gateway) {
        public StaticAddress {
            requireNonNull(address, "address is null");
            requireNonNull(gateway, "gateway is null");
        }

        /** From a netmask such as {@code 255.255.255.0}. */
        public static StaticAddress of(String address, String netmask, String gateway) {
            int prefix = 0;
            for (String part : netmask.strip().split("\\.", -1)) {
                prefix += Integer.bitCount(Integer.parseInt(part) & 0xFF);
            }
            return new StaticAddress(address.strip(), prefix, gateway.strip());
        }

        String withPrefix() {
            return address + "/" + prefix;
        }
    }
}
