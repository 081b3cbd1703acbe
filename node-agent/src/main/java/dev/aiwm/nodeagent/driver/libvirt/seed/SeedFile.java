package dev.aiwm.nodeagent.driver.libvirt.seed;

import static java.util.Objects.requireNonNull;

/** A file in the root folder of a disc. */
record SeedFile(String name, byte[] content) {
    SeedFile {
        requireNonNull(name, "name is null");
        requireNonNull(content, "content is null");
    }
}
