package dev.aiwm.nodeagent.driver.libvirt.domain;

import org.w3c.dom.Element;

/** Changes a domain that libvirt told, and writes it down again. */
public final class DomainEdit {
    private static final String UNIT = "unit";
    private static final String MIB = "MiB";

    private DomainEdit() {}

    /** The same domain with other processors and memory; the mark says so too. */
    public static String resized(String xml, int vcpus, long ramMB, Mark mark) {
        var domain = XmlReader.parse(xml);
        set(domain, vcpus, "vcpu");
        megabytes(domain, ramMB, "memory");
        megabytes(domain, ramMB, "currentMemory");
        megabytes(domain, ramMB + DomainXml.MEMORY_TO_SPARE_MB, "memtune", "hard_limit");
        XmlReader.find(domain, "vcpu").ifPresent(vcpu -> vcpu.removeAttribute("current"));
        return XmlWriter.text(marked(domain, mark));
    }

    /** The mark as libvirt wants it when it is set on its own: without a prefix. */
    public static String mark(Mark mark) {
        return XmlWriter.document("resource", resource -> resource.setAll(MarkAttributes.of(mark)));
    }

    private static Element marked(Element domain, Mark mark) {
        XmlReader.find(domain, "metadata").stream()
                .flatMap(metadata -> XmlReader.children(metadata, "resource").stream())
                .filter(element -> Mark.NAMESPACE.equals(element.getNamespaceURI()))
                .forEach(element -> XmlWriter.set(element, MarkAttributes.of(mark)));
        return domain;
    }

    private static void megabytes(Element domain, long value, String... path) {
        XmlReader.find(domain, path)
                .ifPresent(
                        element -> {
                            element.setAttribute(UNIT, MIB);
                            element.setTextContent(Long.toString(value));
                        });
    }

    private static void set(Element domain, int value, String... path) {
        XmlReader.find(domain, path)
                .ifPresent(element -> element.setTextContent(Integer.toString(value)));
    }
}
