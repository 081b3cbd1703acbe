package dev.aiwm.cli.apply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What is to be done to one resource: nothing, or a creation, or in this order a stop, a patch and
 * a start. {@code current} is null when it is not there; {@code obstacle} says why it cannot be
 * done.
 */
record Plan(
        Manifest manifest,
        JsonNode current,
        List<Difference> differences,
        List<String> notes,
        boolean stop,
        ObjectNode patch,
        boolean start,
        String obstacle) {
    boolean creates() {
        return current == null && obstacle == null;
    }

    boolean changes() {
        return stop || start || !patch.isEmpty();
    }

    /** Whether it runs before and after, and not between. */
    boolean interrupts() {
        return stop && start;
    }
}
