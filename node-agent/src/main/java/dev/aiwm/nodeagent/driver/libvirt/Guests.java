package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.resource.config.OsImage;

/** What is to be known of the operating systems to run them well. */
final class Guests {
    private Guests() {}

    static boolean isWindows(OsImage image) {
        return switch (image) {
            case WINDOWS_SERVER_2019, WINDOWS_SERVER_2022 -> true;
            case UBUNTU_20_04, UBUNTU_22_04, CENTOS_7, CENTOS_8, DEBIAN_11, DEBIAN_12, UNKNOWN ->
                    false;
        };
    }

    /** The cloud images of CentOS boot only from a master boot record. */
    static boolean bootsByUefi(OsImage image) {
        return image != OsImage.CENTOS_7 && image != OsImage.CENTOS_8;
    }

    static String user(OsImage image) {
        return isWindows(image) ? "administrator" : "ubuntu";
    }
}
