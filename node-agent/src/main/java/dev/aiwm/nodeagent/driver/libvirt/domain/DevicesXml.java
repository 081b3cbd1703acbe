package dev.aiwm.nodeagent.driver.libvirt.domain;

/**
 * Writes down what is plugged into a domain. What Windows must have to boot is of a kind that it
 * knows by itself, the rest is virtio.
 */
final class DevicesXml {
    private static final int STATS_PERIOD_SECONDS = 5;
    private static final String VIRTIO = "virtio";

    private final DomainSpec spec;

    DevicesXml(DomainSpec spec) {
        this.spec = spec;
    }

    void write(XmlWriter devices) {
        for (int i = 0; i < spec.disks().size(); i++) {
            disk(devices, spec.disks().get(i), (spec.windows() ? "sd" : "vd") + letter(i));
        }
        if (spec.seed() != null) {
            seed(devices);
        }
        card(devices);
        console(devices);
        agentChannel(devices);
        devices.add("input", "type", "tablet", "bus", "usb");
        screen(devices);
        spec.devices().functions().forEach(function -> passThrough(devices, function));
        spec.devices().slices().forEach(slice -> slice(devices, slice.toString()));
        memory(devices);
        devices.within(
                "rng",
                rng ->
                        rng.set("model", VIRTIO)
                                .within(
                                        "backend",
                                        backend ->
                                                backend.set("model", "random")
                                                        .content("/dev/urandom")));
    }

    private void disk(XmlWriter devices, DomainSpec.Disk disk, String target) {
        devices.within(
                "disk",
                xml -> {
                    xml.set("type", "file").set("device", "disk");
                    xml.add(
                            "driver",
                            "name",
                            "qemu",
                            "type",
                            disk.format(),
                            "cache",
                            "none",
                            "discard",
                            "unmap",
                            "detect_zeroes",
                            "unmap");
                    xml.add("source", "file", disk.path());
                    xml.add("target", "dev", target, "bus", spec.windows() ? "sata" : VIRTIO);
                    xml.text("serial", disk.serial());
                });
    }

    /** Kernels made for clouds know virtio's controller and no other; Windows knows SATA. */
    private void seed(XmlWriter devices) {
        int before = spec.windows() ? spec.disks().size() : 0;
        devices.within(
                "disk",
                xml -> {
                    xml.set("type", "file").set("device", "cdrom");
                    xml.add("driver", "name", "qemu", "type", "raw");
                    xml.add("source", "file", spec.seed());
                    String bus = spec.windows() ? "sata" : "scsi";
                    xml.add("target", "dev", "sd" + letter(before), "bus", bus);
                    xml.add("readonly");
                });
        if (!spec.windows()) {
            devices.add("controller", "type", "scsi", "index", 0, "model", "virtio-scsi");
        }
    }

    private void card(XmlWriter devices) {
        var attachment = spec.attachment();
        devices.within(
                "interface",
                card -> {
                    card.add("mac", "address", spec.mac());
                    switch (attachment.kind()) {
                        case BRIDGE ->
                                card.set("type", "bridge")
                                        .add("source", "bridge", attachment.name());
                        case OPEN_VSWITCH ->
                                card.set("type", "bridge")
                                        .add("source", "bridge", attachment.name())
                                        .add("virtualport", "type", "openvswitch");
                        case NETWORK ->
                                card.set("type", "network")
                                        .add("source", "network", attachment.name());
                        case MACVTAP ->
                                card.set("type", "direct")
                                        .add("source", "dev", attachment.name(), "mode", "bridge");
                        case USER -> card.set("type", "user");
                    }
                    if (attachment.vlanTag() != null) {
                        card.within("vlan", vlan -> vlan.add("tag", "id", attachment.vlanTag()));
                    }
                    card.add("model", "type", spec.windows() ? "e1000e" : VIRTIO);
                });
    }

    /** A log of its own beside the terminal, so that what was said before one looked is kept. */
    private void console(XmlWriter devices) {
        devices.within(
                "serial",
                serial -> {
                    serial.set("type", "pty");
                    serial.add("log", "file", spec.consoleLog(), "append", "on");
                    serial.add("target", "port", 0);
                });
        devices.within(
                "console",
                console -> console.set("type", "pty").add("target", "type", "serial", "port", 0));
    }

    private static void agentChannel(XmlWriter devices) {
        devices.within(
                "channel",
                channel ->
                        channel.set("type", "unix")
                                .add("target", "type", VIRTIO, "name", "org.qemu.guest_agent.0"));
    }

    private void screen(XmlWriter devices) {
        devices.within(
                "graphics",
                vnc ->
                        vnc.set("type", "vnc")
                                .set("autoport", "yes")
                                .set("listen", "127.0.0.1")
                                .set("passwd", spec.vncPassword())
                                .add("listen", "type", "address", "address", "127.0.0.1"));
        devices.within(
                "video", video -> video.add("model", "type", spec.windows() ? "vga" : VIRTIO));
    }

    private static void passThrough(XmlWriter devices, PciAddress function) {
        devices.within(
                "hostdev",
                hostdev -> {
                    hostdev.set("mode", "subsystem").set("type", "pci").set("managed", "yes");
                    hostdev.within(
                            "source",
                            source ->
                                    source.add(
                                            "address",
                                            "domain",
                                            hex(function.domain(), 4),
                                            "bus",
                                            hex(function.bus(), 2),
                                            "slot",
                                            hex(function.slot(), 2),
                                            "function",
                                            "0x" + function.function()));
                });
    }

    private static void slice(XmlWriter devices, String uuid) {
        devices.within(
                "hostdev",
                hostdev -> {
                    hostdev.set("mode", "subsystem").set("type", "mdev").set("model", "vfio-pci");
                    hostdev.within("source", source -> source.add("address", "uuid", uuid));
                });
    }

    /** A guest with devices of the host keeps all its memory; others tell how much they use. */
    private void memory(XmlWriter devices) {
        if (spec.devices().any()) {
            devices.add("memballoon", "model", "none");
            return;
        }
        devices.within(
                "memballoon",
                balloon ->
                        balloon.set("model", VIRTIO).add("stats", "period", STATS_PERIOD_SECONDS));
    }

    private static char letter(int index) {
        return (char) ('a' + index);
    }

    private static String hex(int value, int digits) {
        return "0x" + ("%0" + digits + "x").formatted(value);
    }
}
