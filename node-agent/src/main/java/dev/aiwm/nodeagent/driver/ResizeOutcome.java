package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.resource.SizePart;

import java.util.Set;

/** Which parts of the size are so now, and which will be from the next start on. */
public record ResizeOutcome(Set<SizePart> applied, Set<SizePart> fromNextStart) {
    public ResizeOutcome {
        applied = Set.copyOf(applied);
        fromNextStart = Set.copyOf(fromNextStart);
    }
}
