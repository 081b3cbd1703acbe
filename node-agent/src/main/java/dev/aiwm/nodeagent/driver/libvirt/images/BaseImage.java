package dev.aiwm.nodeagent.driver.libvirt.images;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** A qcow2 file from which disks are made; never written to. */
public record BaseImage(String name, Path path, long diskBytes) {
    public BaseImage {
        requireNonNull(name, "name is null");
        requireNonNull(path, "path is null");
    }
}
