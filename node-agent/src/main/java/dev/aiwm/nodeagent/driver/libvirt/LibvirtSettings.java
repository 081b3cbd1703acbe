package dev.aiwm.nodeagent.driver.libvirt;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How this node runs virtual machines, as its administrator set it up.
 *
 * @param uri which libvirt to talk to
 * @param owner the node; machines of other nodes on the same host are left alone
 * @param images the folder of the images that machines are made from
 * @param disks the folder of the machines' disks
 * @param pool what libvirt calls that folder
 * @param nameservers for machines with a static address; may be empty
 * @param vgpu whether slices of GPUs can enter a machine
 * @param sys where the kernel shows its devices
 */
public record LibvirtSettings(
        String uri,
        String owner,
        Path images,
        Path disks,
        String pool,
        NetworkTemplate network,
        List<String> nameservers,
        Choice kvm,
        Choice uefi,
        boolean vgpu,
        Path sys) {
    private static final String URI = "qemu:///system";
    private static final String IMAGES = "/var/lib/aiwm/images";
    private static final String DISKS = "/var/lib/aiwm/disks";

    /** Whether something is used. */
    public enum Choice {
        /** Where the host has it. */
        AUTO,
        ALWAYS,
        NEVER;

        boolean with(boolean available) {
            return this == AUTO ? available : this == ALWAYS;
        }
    }

    public LibvirtSettings {
        requireNonNull(uri, "uri is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(images, "images is null");
        requireNonNull(disks, "disks is null");
        requireNonNull(pool, "pool is null");
        requireNonNull(network, "network is null");
        nameservers = List.copyOf(nameservers);
    }

    /** An {@link IllegalArgumentException} names the variable that is wrong. */
    public static LibvirtSettings fromEnvironment(Map<String, String> environment, String owner) {
        return new LibvirtSettings(
                text(environment, "AIWM_LIBVIRT_URI", URI),
                owner,
                Path.of(text(environment, "AIWM_IMAGES", IMAGES)),
                Path.of(text(environment, "AIWM_DISKS", DISKS)),
                text(environment, "AIWM_DISK_POOL", "aiwm"),
                NetworkTemplate.parse(
                        text(environment, "AIWM_VM_NETWORK", NetworkTemplate.DEFAULT)),
                words(text(environment, "AIWM_VM_DNS", "")),
                choice(environment, "AIWM_VM_KVM"),
                choice(environment, "AIWM_VM_UEFI"),
                "true".equals(text(environment, "AIWM_VGPU", "false")),
                Path.of("/sys"));
    }

    private static String text(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+", -1)).filter(word -> !word.isEmpty()).toList();
    }

    private static Choice choice(Map<String, String> environment, String name) {
        String value = text(environment, name, "auto");
        try {
            return Choice.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + " is wrong: auto, always or never, not '" + value + "'", e);
        }
    }
}
