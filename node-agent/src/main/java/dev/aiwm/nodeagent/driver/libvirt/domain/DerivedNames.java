package dev.aiwm.nodeagent.driver.libvirt.domain;

import dev.aiwm.contracts.ResourceId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** What follows from a resource's id alone, so that it is the same each time it is made. */
public final class DerivedNames {
    private DerivedNames() {}

    /** In the range that QEMU and KVM use for their cards. */
    public static String mac(ResourceId resourceId) {
        byte[] digest = sha256("mac:" + resourceId.value());
        return "52:54:00:%02x:%02x:%02x".formatted(digest[0], digest[1], digest[2]);
    }

    public static UUID uuid(ResourceId resourceId) {
        return UUID.nameUUIDFromBytes(
                ("aiwm:" + resourceId.value()).getBytes(StandardCharsets.UTF_8));
    }

    /** What the domain is called among all of the host's. */
    public static String domain(ResourceId resourceId) {
        return "aiwm-" + resourceId.value();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
