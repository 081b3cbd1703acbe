package dev.aiwm.contracts.resource.config;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * A further disk of a machine, empty when it is made (R067).
 *
 * @param name what it is known by: a disk of another name is another disk
 * @param format null for qcow2
 */
public record DataDisk(@NotBlank String name, @Min(1) long sizeGB, DiskFormat format) {
    public DataDisk {
        requireNonNull(name, "name is null");
    }

    /** The format, with the usual one when none is given. */
    public DiskFormat effectiveFormat() {
        return format == null ? DiskFormat.QCOW2 : format;
    }
}
