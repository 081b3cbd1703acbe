package dev.aiwm.nodeagent.driver.libvirt.domain;

/** What libvirt says the host can do. */
public final class Capabilities {
    private Capabilities() {}

    /** Whether guests of this architecture run on the processor itself. */
    public static boolean hasKvm(String capabilities) {
        return XmlReader.children(XmlReader.parse(capabilities), "guest").stream()
                .flatMap(guest -> XmlReader.children(guest, "arch").stream())
                .filter(arch -> "x86_64".equals(arch.getAttribute("name")))
                .flatMap(arch -> XmlReader.children(arch, "domain").stream())
                .anyMatch(domain -> "kvm".equals(domain.getAttribute("type")));
    }

    /** Whether libvirt runs guests of this architecture at all. */
    public static boolean hasGuests(String capabilities) {
        return XmlReader.children(XmlReader.parse(capabilities), "guest").stream()
                .flatMap(guest -> XmlReader.children(guest, "arch").stream())
                .anyMatch(arch -> "x86_64".equals(arch.getAttribute("name")));
    }

    /** Whether guests can be started by UEFI, as the capabilities for domains tell. */
    public static boolean hasUefi(String domainCapabilities) {
        return XmlReader.find(XmlReader.parse(domainCapabilities), "os").stream()
                .flatMap(os -> XmlReader.children(os, "enum").stream())
                .filter(choices -> "firmware".equals(choices.getAttribute("name")))
                .flatMap(choices -> XmlReader.children(choices, "value").stream())
                .anyMatch(value -> "efi".equals(value.getTextContent().strip()));
    }
}
