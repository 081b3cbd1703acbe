package dev.aiwm.nodeagent.driver;

/** Where something listens, as an address of the web says it. */
public final class Endpoint {
    private Endpoint() {}

    /** An address of IPv6 has colons of its own, and stands in brackets. */
    public static String of(String host, Object port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
