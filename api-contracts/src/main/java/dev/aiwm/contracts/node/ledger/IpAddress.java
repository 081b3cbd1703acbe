package dev.aiwm.contracts.node.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses as they are written, read without ever asking a name server. */
public final class IpAddress {
    private static final int GROUPS = 8;
    private static final String ANY_GROUPS = "::";
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    /** Four numbers; a leading zero would make a number octal for some and decimal for others. */
    private static final Pattern DOTTED =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    private static final String MAPPED = "0:0:0:0:0:ffff:";

    /** The canonical addresses that mean every address of a machine. */
    static final Set<String> EVERY = Set.of("0.0.0.0", "0:0:0:0:0:0:0:0");

    private IpAddress() {}

    /**
     * The one spelling of an address that has many, to compare with others; empty for what is no
     * address. An IPv4 address within IPv6 is the IPv4 address.
     */
    public static Optional<String> canonical(String text) {
        if (DOTTED.matcher(text).matches()) {
            return Optional.of(text);
        }
        List<Integer> groups = groups(text);
        if (groups.size() != GROUPS) {
            return Optional.empty();
        }
        String written = String.join(":", groups.stream().map(Integer::toHexString).toList());
        return Optional.of(written.startsWith(MAPPED) ? dotted(groups) : written);
    }

    /** Eight numbers; fewer or more for what is no IPv6 address. */
    private static List<Integer> groups(String text) {
        int gap = text.indexOf(ANY_GROUPS);
        if (gap < 0) {
            return listed(text, true);
        }
        String after = text.substring(gap + ANY_GROUPS.length());
        List<Integer> first = gap == 0 ? List.of() : listed(text.substring(0, gap), false);
        List<Integer> last = after.isEmpty() ? List.of() : listed(after, true);
        boolean read =
                (gap == 0 || !first.isEmpty())
                        && (after.isEmpty() || !last.isEmpty())
                        && first.size() + last.size() < GROUPS;
        if (!read) {
            return List.of();
        }
        var all = new ArrayList<>(first);
        while (all.size() + last.size() < GROUPS) {
            all.add(0);
        }
        all.addAll(last);
        return all;
    }

    /** Empty when one of them is no number; the last two may be written as an IPv4 address. */
    private static List<Integer> listed(String text, boolean toTheEnd) {
        var groups = new ArrayList<Integer>();
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = toTheEnd && i == parts.length - 1;
            if (GROUP.matcher(parts[i]).matches()) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else if (last && DOTTED.matcher(parts[i]).matches()) {
                String[] bytes = parts[i].split("\\.", -1);
                groups.add(Integer.parseInt(bytes[0]) << 8 | Integer.parseInt(bytes[1]));
                groups.add(Integer.parseInt(bytes[2]) << 8 | Integer.parseInt(bytes[3]));
            } else {
                return List.of();
            }
        }
        return groups;
    }

    private static String dotted(List<Integer> groups) {
        int high = groups.get(GROUPS - 2);
        int low = groups.get(GROUPS - 1);
        return (high >> 8) + "." + (high & 0xff) + "." + (low >> 8) + "." + (low & 0xff);
    }
}
