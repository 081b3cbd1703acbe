package dev.aiwm.nodeagent.driver.libvirt;

import static java.util.Objects.requireNonNull;

import dev.aiwm.nodeagent.driver.libvirt.domain.Attachment;

import java.util.Locale;

/**
 * What machines' cards are plugged into on this node (R017, R066): {@code bridge:br-vlan{vlan}},
 * one bridge for each VLAN; {@code ovs:br0}, one bridge of Open vSwitch that tags; {@code
 * nat:default}, a network of libvirt's; {@code macvtap:eno1.{vlan}}; or {@code user}, which needs
 * nothing.
 */
public record NetworkTemplate(Attachment.Kind kind, String name) {
    public static final String DEFAULT = "bridge:br-vlan{vlan}";

    /** Of a machine that names none; the ledger of addresses has the same. */
    private static final int DEFAULT_VLAN = 1;

    private static final String VLAN = "{vlan}";

    public NetworkTemplate {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
    }

    public static NetworkTemplate parse(String text) {
        String[] parts = text.strip().split(":", 2);
        var kind =
                switch (parts[0].toLowerCase(Locale.ROOT)) {
                    case "bridge" -> Attachment.Kind.BRIDGE;
                    case "ovs" -> Attachment.Kind.OPEN_VSWITCH;
                    case "nat" -> Attachment.Kind.NETWORK;
                    case "macvtap" -> Attachment.Kind.MACVTAP;
                    case "user" -> Attachment.Kind.USER;
                    default -> throw wrong(text);
                };
        String name = parts.length > 1 ? parts[1].strip() : "";
        boolean nameless = kind == Attachment.Kind.USER;
        if (nameless != name.isEmpty() || !name.replace(VLAN, "").matches("[A-Za-z0-9._-]*")) {
            throw wrong(text);
        }
        return new NetworkTemplate(kind, name);
    }

    /** Where a machine of this VLAN is plugged in; null stands for the default. */
    Attachment attachment(Integer vlanId) {
        int vlan = vlanId == null ? DEFAULT_VLAN : vlanId;
        String made = name.replace(VLAN, Integer.toString(vlan));
        return new Attachment(kind, made, kind == Attachment.Kind.OPEN_VSWITCH ? vlan : null);
    }

    /** Whether it is a card of the host by that name, as the kernel knows them. */
    static boolean isHostCard(Attachment attachment) {
        return attachment.kind() != Attachment.Kind.NETWORK
                && attachment.kind() != Attachment.Kind.USER;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "AIWM_VM_NETWORK is wrong: bridge:NAME, ovs:NAME, nat:NAME, macvtap:NAME (with"
                        + " {vlan} for the VLAN) or user, not '"
                        + text
                        + "'");
    }
}
