package dev.aiwm.nodeagent.driver.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A second way to libvirt, for what its Java library leaves out. */
final class NativeConnection implements AutoCloseable {
    private final String uri;
    private NativeLibvirt libvirt;
    private Pointer connect;
    private boolean closed;

    NativeConnection(String uri) {
        this.uri = uri;
    }

    /** One more to the same libvirt, that waits for nothing that this one waits for. */
    NativeConnection another() {
        return new NativeConnection(uri);
    }

    /** Something to do with a domain of libvirt's. */
    @FunctionalInterface
    interface Verb<T> {
        T on(NativeLibvirt libvirt, Pointer connect, Pointer domain);
    }

    /** Empty when there is no such domain, or no libvirt. */
    synchronized <T> Optional<T> with(UUID uuid, Verb<T> verb) {
        if (!ensureOpen()) {
            return Optional.empty();
        }
        var domain = libvirt.virDomainLookupByUUIDString(connect, uuid.toString());
        if (domain == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(verb.on(libvirt, connect, domain));
        } finally {
            libvirt.virDomainFree(domain);
        }
    }

    /** What it does, and why. */
    Optional<PowerState> state(UUID uuid) {
        return with(
                uuid,
                (native0, connection, domain) -> {
                    var state = new IntByReference();
                    var reason = new IntByReference();
                    int done = native0.virDomainGetState(domain, state, reason, 0);
                    return done < 0 ? null : PowerState.of(state.getValue(), reason.getValue());
                });
    }

    /** What guests on the machine type q35 can have; empty when libvirt does not tell. */
    synchronized Optional<String> domainCapabilities() {
        if (!ensureOpen()) {
            return Optional.empty();
        }
        var text =
                libvirt.virConnectGetDomainCapabilities(connect, null, "x86_64", "q35", "qemu", 0);
        return text == null ? Optional.empty() : Optional.of(taken(text));
    }

    /**
     * The names of all that is in a pool at one instant, where the Java library asks for their
     * number first and leaves some out when there are more by then. Empty when libvirt does not
     * tell.
     */
    synchronized Optional<List<String>> volumes(String name) {
        if (!ensureOpen()) {
            return Optional.empty();
        }
        var pool = libvirt.virStoragePoolLookupByName(connect, name);
        if (pool == null) {
            return Optional.empty();
        }
        try {
            var names = new Pointer[NativeLibvirt.VOLUMES_MAX];
            int count = libvirt.virStoragePoolListVolumes(pool, names, names.length);
            return count < 0
                    ? Optional.empty()
                    : Optional.of(
                            Arrays.stream(names, 0, count).map(NativeConnection::taken).toList());
        } finally {
            libvirt.virStoragePoolFree(pool);
        }
    }

    private static String taken(Pointer text) {
        try {
            return text.getString(0, "UTF-8");
        } finally {
            Native.free(Pointer.nativeValue(text));
        }
    }

    private boolean ensureOpen() {
        if (closed) {
            return false;
        }
        if (libvirt == null) {
            libvirt = NativeLibvirt.load();
        }
        if (connect != null && libvirt.virConnectIsAlive(connect) != 1) {
            libvirt.virConnectClose(connect);
            connect = null;
        }
        if (connect == null) {
            connect = libvirt.virConnectOpen(uri);
        }
        return connect != null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (connect != null) {
            libvirt.virConnectClose(connect);
            connect = null;
        }
    }
}
