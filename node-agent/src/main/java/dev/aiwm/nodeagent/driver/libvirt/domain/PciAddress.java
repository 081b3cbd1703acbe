package dev.aiwm.nodeagent.driver.libvirt.domain;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a device sits on the PCI bus of the host, such as {@code 0000:3b:00.0}. */
public record PciAddress(int domain, int bus, int slot, int function)
        implements Comparable<PciAddress> {
    private static final Pattern FORM =
            Pattern.compile("(?:([0-9a-f]{4,8}):)?([0-9a-f]{2}):([0-9a-f]{2})\\.([0-7])");
    private static final int HEX = 16;
    private static final Comparator<PciAddress> ORDER =
            Comparator.comparingInt(PciAddress::domain)
                    .thenComparingInt(PciAddress::bus)
                    .thenComparingInt(PciAddress::slot)
                    .thenComparingInt(PciAddress::function);

    /** Also in the forms of nvidia-smi, which has eight digits of domain and upper case. */
    public static PciAddress parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException("not a PCI address: " + text);
        }
        return new PciAddress(
                form.group(1) == null ? 0 : Integer.parseUnsignedInt(form.group(1), HEX),
                Integer.parseInt(form.group(2), HEX),
                Integer.parseInt(form.group(3), HEX),
                Integer.parseInt(form.group(4)));
    }

    @Override
    public int compareTo(PciAddress other) {
        return ORDER.compare(this, other);
    }

    /** As the kernel writes it. */
    @Override
    public String toString() {
        return "%04x:%02x:%02x.%d".formatted(domain, bus, slot, function);
    }
}
