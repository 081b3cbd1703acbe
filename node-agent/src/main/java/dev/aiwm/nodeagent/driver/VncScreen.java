package dev.aiwm.nodeagent.driver;

import static java.util.Objects.requireNonNull;

import java.net.SocketAddress;

/** Where a screen is to be had on this node, and with which password. */
public record VncScreen(SocketAddress address, String password) {
    public VncScreen {
        requireNonNull(address, "address is null");
        requireNonNull(password, "password is null");
    }

    @Override
    public String toString() {
        return "VncScreen[" + address + "]";
    }
}
