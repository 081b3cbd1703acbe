package dev.aiwm.nodeagent.driver.libvirt.domain;

import org.w3c.dom.Element;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What libvirt says a domain is made of. */
public final class DomainDescription {
    /** Of the element that remembers when a running domain was started. */
    public static final String START_NAMESPACE = "https://aiwm.dev/libvirt/start/1";

    public static final String START_PREFIX = "aiwm-start";
    private static final String START_TIME = "at";
    private static final String DEVICES = "devices";

    private final Element domain;

    DomainDescription(Element domain) {
        this.domain = domain;
    }

    public static DomainDescription parse(String xml) {
        return new DomainDescription(XmlReader.parse(xml));
    }

    /** Our mark; empty when the domain is someone else's. */
    public Optional<Mark> mark() {
        return metadata(Mark.NAMESPACE, "resource")
                .flatMap(
                        element -> {
                            try {
                                return Optional.of(MarkAttributes.read(element));
                            } catch (IllegalArgumentException e) {
                                return Optional.empty();
                            }
                        });
    }

    /** When it was started, as far as that was noted. */
    public Optional<Instant> startedAt() {
        return metadata(START_NAMESPACE, "start")
                .flatMap(
                        element -> {
                            try {
                                return Optional.of(Instant.parse(element.getAttribute(START_TIME)));
                            } catch (DateTimeParseException e) {
                                return Optional.empty();
                            }
                        });
    }

    /** The element that remembers when a domain was started, as libvirt wants it: unprefixed. */
    public static String start(Instant at) {
        return XmlWriter.document("start", start -> start.set(START_TIME, at));
    }

    public String name() {
        return XmlReader.text(domain, "name").orElse("");
    }

    /** Paths of its disks, without discs. */
    public List<DiskEntry> disks() {
        return devices("disk").stream()
                .filter(disk -> "disk".equals(disk.getAttribute("device")))
                .flatMap(
                        disk ->
                                XmlReader.find(disk, "source")
                                        .flatMap(source -> XmlReader.attribute(source, "file"))
                                        .map(path -> new DiskEntry(target(disk), path))
                                        .stream())
                .toList();
    }

    /** What the host calls its cards; none while it does not run. */
    public List<String> cards() {
        return devices("interface").stream()
                .map(DomainDescription::target)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The port of its screen on the loopback address; empty while it does not run. */
    public Optional<Integer> vncPort() {
        return devices("graphics").stream()
                .filter(graphics -> "vnc".equals(graphics.getAttribute("type")))
                .flatMap(graphics -> XmlReader.attribute(graphics, "port").stream())
                .map(Integer::valueOf)
                .filter(port -> port > 0)
                .findFirst();
    }

    /** Where the log of its console is. */
    public Optional<String> consoleLog() {
        return devices("serial").stream()
                .flatMap(serial -> XmlReader.children(serial, "log").stream())
                .flatMap(log -> XmlReader.attribute(log, "file").stream())
                .findFirst();
    }

    /** Whether its firmware keeps settings in a flash of their own, as UEFI does. */
    public boolean hasFlash() {
        return XmlReader.find(domain, "os", "nvram").isPresent()
                || XmlReader.find(domain, "os")
                        .flatMap(os -> XmlReader.attribute(os, "firmware"))
                        .isPresent();
    }

    /** Whether devices of the host are in it. */
    public boolean hasHostDevices() {
        return !devices("hostdev").isEmpty();
    }

    public int vcpus() {
        return XmlReader.text(domain, "vcpu").map(Integer::valueOf).orElse(0);
    }

    /** How much memory it has, in the unit that libvirt always tells. */
    public long memoryKiB() {
        return XmlReader.text(domain, "memory").map(Long::valueOf).orElse(0L);
    }

    private List<Element> devices(String name) {
        return XmlReader.find(domain, DEVICES)
                .map(devices -> XmlReader.children(devices, name))
                .orElse(List.of());
    }

    private Optional<Element> metadata(String namespace, String name) {
        return XmlReader.find(domain, "metadata").stream()
                .flatMap(metadata -> XmlReader.children(metadata, name).stream())
                .filter(element -> namespace.equals(element.getNamespaceURI()))
                .findFirst();
    }

    private static String target(Element device) {
        return XmlReader.find(device, "target")
                .flatMap(target -> XmlReader.attribute(target, "dev"))
                .orElse("");
    }

    /** A disk by the guest's name of it, and its path on the host. */
    public record DiskEntry(String target, String path) {}
}
