package dev.aiwm.contracts.node;

import static java.util.Objects.requireNonNull;

/** The operating system of a node (R083). */
public record OsInfo(String name, String version, String kernel, String architecture) {
    public OsInfo {
        requireNonNull(name, "name is null");
    }
}
