package dev.aiwm.contracts.resource.config;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** The operating systems a virtual machine may be made from (R014). */
public enum OsImage {
    UBUNTU_22_04("ubuntu-22.04"),
    UBUNTU_20_04("ubuntu-20.04"),
    CENTOS_8("centos-8"),
    CENTOS_7("centos-7"),
    WINDOWS_SERVER_2022("windows-server-2022"),
    WINDOWS_SERVER_2019("windows-server-2019"),
    DEBIAN_12("debian-12"),
    DEBIAN_11("debian-11"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    OsImage(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
