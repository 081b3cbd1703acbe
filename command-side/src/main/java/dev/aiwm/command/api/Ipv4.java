package dev.aiwm.command.api;

import java.util.regex.Pattern;

/** Dotted addresses, without ever asking a name server. */
final class Ipv4 {
    private static final Pattern DOTTED =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final int BITS = 32;

    private Ipv4() {}

    static boolean isAddress(String text) {
        return text != null && DOTTED.matcher(text).matches();
    }

    static boolean isNetmask(String text) {
        if (!isAddress(text)) {
            return false;
        }
        int mask = toInt(text);
        return mask != 0 && Integer.bitCount(mask) == BITS - Integer.numberOfTrailingZeros(mask);
    }

    static boolean sameNetwork(String one, String other, String netmask) {
        int mask = toInt(netmask);
        return (toInt(one) & mask) == (toInt(other) & mask);
    }

    /** A network of two addresses, or of one, spares none for either (RFC 3021). */
    static boolean isTheNetworkOrItsBroadcast(String address, String netmask) {
        int hosts = ~toInt(netmask);
        int host = toInt(address) & hosts;
        return Integer.bitCount(hosts) > 1 && (host == 0 || host == hosts);
    }

    private static int toInt(String address) {
        int value = 0;
        for (String part : address.split("\\.", -1)) {
            value = value << 8 | Integer.parseInt(part);
        }
        return value;
    }
}
