package dev.aiwm.contracts.resource;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** One part of what is changed of a resource: of its size, or all else that it is made from. */
public enum SizePart {
    CPU("cpu"),
    RAM("ram"),
    DISK("disk"),
    CONFIG("config"),
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wire;

    SizePart(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /** Several as one word of a step's result. */
    public static String list(Collection<SizePart> parts) {
        return parts.stream().sorted().map(SizePart::wire).collect(Collectors.joining(","));
    }

    /** What such a word says; parts that nobody knows are left out. */
    public static List<SizePart> list(String words) {
        var named = words == null ? List.<String>of() : List.of(words.split(","));
        return Arrays.stream(values())
                .filter(part -> part != UNKNOWN && named.contains(part.wire))
                .toList();
    }
}
