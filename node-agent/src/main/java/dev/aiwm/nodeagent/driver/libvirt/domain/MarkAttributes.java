package dev.aiwm.nodeagent.driver.libvirt.domain;

import dev.aiwm.contracts.ResourceId;

import org.w3c.dom.Element;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A mark as attributes of one element, and back. */
final class MarkAttributes {
    private static final String RESOURCE = "id";
    private static final String GENERATION = "generation";
    private static final String OWNER = "owner";
    private static final String IMAGE = "image";
    private static final String ADDRESS = "address";
    private static final String CPU = "cpu";
    private static final String RAM = "ram";
    private static final String GPUS = "gpus";

    private MarkAttributes() {}

    /** Names and values in turn. */
    static Object[] of(Mark mark) {
        var attributes =
                new ArrayList<Object>(
                        List.of(
                                RESOURCE, mark.resourceId(),
                                GENERATION, mark.generation(),
                                OWNER, mark.owner(),
                                IMAGE, mark.image(),
                                CPU, String.format(Locale.ROOT, "%s", mark.cpuCores()),
                                RAM, mark.ramMB()));
        if (mark.address() != null) {
            attributes.addAll(List.of(ADDRESS, mark.address()));
        }
        if (!mark.gpuIds().isEmpty()) {
            attributes.addAll(List.of(GPUS, String.join(" ", mark.gpuIds())));
        }
        return attributes.toArray();
    }

    /** Throws an {@link IllegalArgumentException} when the element is not one of ours. */
    static Mark read(Element element) {
        String gpus = element.getAttribute(GPUS);
        String address = element.getAttribute(ADDRESS);
        return new Mark(
                ResourceId.of(element.getAttribute(RESOURCE)),
                Integer.parseInt(element.getAttribute(GENERATION)),
                element.getAttribute(OWNER),
                element.getAttribute(IMAGE),
                address.isEmpty() ? null : address,
                Double.parseDouble(element.getAttribute(CPU)),
                Long.parseLong(element.getAttribute(RAM)),
                gpus.isEmpty() ? List.of() : List.of(gpus.split(" ", -1)));
    }
}
