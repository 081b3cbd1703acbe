package dev.aiwm.nodeagent.driver.libvirt.domain;

/** Writes a domain down for libvirt. */
public final class DomainXml {
    /** What QEMU itself needs when all memory of its guest is held fast. */
    static final int MEMORY_TO_SPARE_MB = 1_024;

    private static final int SPINS = 8_191;

    private DomainXml() {}

    public static String of(DomainSpec spec) {
        return XmlWriter.document(
                "domain",
                domain -> {
                    domain.set("type", spec.host().kvm() ? "kvm" : "qemu");
                    domain.text("name", spec.name());
                    domain.text("uuid", spec.uuid());
                    domain.within("metadata", metadata -> mark(metadata, spec.mark()));
                    memory(domain, spec);
                    domain.within(
                            "vcpu", vcpu -> vcpu.set("placement", "static").content(spec.vcpus()));
                    domain.within("os", os -> os(os, spec));
                    domain.within("features", features -> features(features, spec));
                    processor(domain, spec);
                    clock(domain, spec);
                    domain.text("on_poweroff", "destroy");
                    domain.text("on_reboot", "restart");
                    domain.text("on_crash", "restart");
                    domain.within("devices", devices -> new DevicesXml(spec).write(devices));
                });
    }

    private static void mark(XmlWriter metadata, Mark mark) {
        metadata.foreign(Mark.NAMESPACE, Mark.PREFIX + ":resource", MarkAttributes.of(mark));
    }

    private static void memory(XmlWriter domain, DomainSpec spec) {
        domain.within("memory", memory -> memory.set("unit", "MiB").content(spec.ramMB()));
        domain.within("currentMemory", memory -> memory.set("unit", "MiB").content(spec.ramMB()));
        if (spec.devices().any()) {
            long limit = spec.ramMB() + MEMORY_TO_SPARE_MB;
            domain.within(
                    "memtune",
                    tune ->
                            tune.within(
                                    "hard_limit", hard -> hard.set("unit", "MiB").content(limit)));
            domain.within("memoryBacking", backing -> backing.add("locked"));
        }
    }

    private static void os(XmlWriter os, DomainSpec spec) {
        if (spec.host().uefi()) {
            os.set("firmware", "efi");
        }
        os.within("type", type -> type.set("arch", "x86_64").set("machine", "q35").content("hvm"));
        if (spec.host().uefi()) {
            os.within(
                    "firmware",
                    firmware -> {
                        firmware.add("feature", "enabled", "no", "name", "enrolled-keys");
                        firmware.add("feature", "enabled", "no", "name", "secure-boot");
                    });
        }
        os.add("boot", "dev", "hd");
    }

    private static void features(XmlWriter features, DomainSpec spec) {
        features.add("acpi").add("apic");
        if (!spec.host().kvm()) {
            return;
        }
        if (spec.windows()) {
            features.within("hyperv", DomainXml::enlightenments);
        }
        if (spec.devices().passThrough()) {
            features.within("kvm", kvm -> kvm.add("hidden", "state", "on"));
        }
    }

    /** What lets a Windows guest know that it is one. */
    private static void enlightenments(XmlWriter hyperv) {
        hyperv.set("mode", "custom");
        hyperv.add("relaxed", "state", "on").add("vapic", "state", "on");
        hyperv.add("spinlocks", "state", "on", "retries", SPINS);
        hyperv.add("vpindex", "state", "on").add("synic", "state", "on");
        hyperv.add("stimer", "state", "on");
    }

    private static void processor(XmlWriter domain, DomainSpec spec) {
        if (!spec.host().kvm()) {
            domain.within(
                    "cpu",
                    cpu ->
                            cpu.set("mode", "custom")
                                    .set("match", "exact")
                                    .within(
                                            "model",
                                            model ->
                                                    model.set("fallback", "allow")
                                                            .content("qemu64")));
            return;
        }
        domain.add("cpu", "mode", "host-passthrough", "check", "none", "migratable", "off");
    }

    private static void clock(XmlWriter domain, DomainSpec spec) {
        domain.within(
                "clock",
                clock -> {
                    clock.set("offset", spec.windows() ? "localtime" : "utc");
                    clock.add("timer", "name", "rtc", "tickpolicy", "catchup");
                    clock.add("timer", "name", "hpet", "present", "no");
                    if (spec.host().kvm()) {
                        clock.add("timer", "name", "pit", "tickpolicy", "delay");
                    }
                    if (spec.windows() && spec.host().kvm()) {
                        clock.add("timer", "name", "hypervclock", "present", "yes");
                    }
                });
    }
}
