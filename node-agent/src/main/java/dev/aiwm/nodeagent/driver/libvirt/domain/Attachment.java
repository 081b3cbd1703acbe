package dev.aiwm.nodeagent.driver.libvirt.domain;

import static java.util.Objects.requireNonNull;

/**
 * What a guest's card is plugged into (R017, R066).
 *
 * @param name the bridge, network or card of the host; empty where the kind needs none
 * @param vlanTag the tag that the port itself puts on, null where the bridge belongs to the VLAN
 */
public record Attachment(Kind kind, String name, Integer vlanTag) {
    /** How it is plugged in. */
    public enum Kind {
        /** A bridge that the administrator made, one for each VLAN. */
        BRIDGE,
        /** One bridge of Open vSwitch, on which each port has its tag. */
        OPEN_VSWITCH,
        /** A network that libvirt serves, usually with NAT. */
        NETWORK,
        /** A card of the host, shared. */
        MACVTAP,
        /** QEMU's own NAT, which needs nothing on the host and lets nobody in. */
        USER
    }

    public Attachment {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
    }
}
