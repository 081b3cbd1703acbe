package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.nodeagent.driver.DriverException;

import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** Says in our own words why libvirt refused. */
final class Failures {
    static final String ENGINE_DOWN = "ENGINE_DOWN";
    static final String ENGINE_REFUSED = "ENGINE_REFUSED";
    static final String BRIDGE_MISSING = "BRIDGE_MISSING";
    static final String POOL_FULL = "POOL_FULL";
    static final String OUT_OF_MEMORY = "OUT_OF_MEMORY";
    static final String UNSUPPORTED = "UNSUPPORTED";
    static final String CONFLICT = "CONFLICT";
    static final String BUSY = "BUSY";

    private Failures() {}

    static ErrorNumber code(LibvirtException e) {
        return e.getError() == null ? ErrorNumber.VIR_ERR_UNKNOWN : e.getError().getCode();
    }

    static boolean is(LibvirtException e, ErrorNumber number) {
        return code(e) == number;
    }

    static boolean isConnectionLost(LibvirtException e) {
        return switch (code(e)) {
            case VIR_ERR_NO_CONNECT, VIR_ERR_INVALID_CONN, VIR_ERR_RPC, VIR_ERR_NO_SERVER -> true;
            default -> said(e).contains("connect socket") || said(e).contains("client socket");
        };
    }

    static DriverException of(String doing, LibvirtException e) {
        if (isConnectionLost(e)) {
            return make(DriverException.Kind.RETRYABLE, ENGINE_DOWN, "libvirt does not answer", e);
        }
        var known = byMessage(e);
        return known == null ? byNumber(doing, e) : known;
    }

    private static DriverException byNumber(String doing, LibvirtException e) {
        var permanent = DriverException.Kind.PERMANENT;
        var retryable = DriverException.Kind.RETRYABLE;
        return switch (code(e)) {
            case VIR_ERR_NO_DOMAIN ->
                    make(
                            DriverException.Kind.NOT_FOUND,
                            DriverException.NOT_FOUND,
                            "the virtual machine is gone",
                            e);
            case VIR_ERR_NO_SUPPORT,
                    VIR_ERR_CONFIG_UNSUPPORTED,
                    VIR_ERR_OPERATION_UNSUPPORTED,
                    VIR_ERR_ARGUMENT_UNSUPPORTED ->
                    make(permanent, UNSUPPORTED, "this libvirt cannot " + doing, e);
            case VIR_ERR_OPERATION_TIMEOUT, VIR_ERR_RESOURCE_BUSY, VIR_ERR_AGENT_UNRESPONSIVE ->
                    make(retryable, BUSY, "libvirt is busy and did not " + doing, e);
            case VIR_ERR_XML_ERROR,
                    VIR_ERR_XML_DETAIL,
                    VIR_ERR_XML_INVALID_SCHEMA,
                    VIR_ERR_INVALID_ARG,
                    VIR_ERR_ACCESS_DENIED ->
                    make(permanent, ENGINE_REFUSED, "libvirt refused to " + doing, e);
            default -> make(retryable, ENGINE_REFUSED, "libvirt could not " + doing, e);
        };
    }

    static boolean isPortTaken(LibvirtException e) {
        return said(e).contains("Failed to find an available port");
    }

    static boolean isPoolAtWork(LibvirtException e) {
        return said(e).contains("asynchronous jobs running");
    }

    /** QEMU itself refused. */
    static DriverException refused(String command, String said) {
        return DriverException.retryable(ENGINE_REFUSED, "QEMU could not " + command + ": " + said);
    }

    /** What libvirt tells only in words. */
    private static DriverException byMessage(LibvirtException e) {
        String said = said(e);
        var permanent = DriverException.Kind.PERMANENT;
        if (said.contains("No space left on device")) {
            return make(permanent, POOL_FULL, "the disk of this node is full", e);
        }
        if (said.contains("Cannot get interface MTU")
                || said.contains("no network with matching")) {
            return make(
                    permanent, BRIDGE_MISSING, "this node lacks what the card is plugged into", e);
        }
        if (said.contains("Cannot allocate memory")
                || said.contains("cannot set up guest memory")) {
            return make(
                    DriverException.Kind.RETRYABLE,
                    OUT_OF_MEMORY,
                    "this node has not enough free memory",
                    e);
        }
        return null;
    }

    private static DriverException make(
            DriverException.Kind kind, String code, String sentence, LibvirtException e) {
        return new DriverException(kind, code, sentence + ": " + said(e), e);
    }

    private static String said(LibvirtException e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }
}
