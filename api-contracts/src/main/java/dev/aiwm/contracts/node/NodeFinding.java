package dev.aiwm.contracts.node;

import static java.util.Objects.requireNonNull;

/** Something about a node that was measured. */
public record NodeFinding(NodeWarningKind kind, String subject, String message) {
    public NodeFinding {
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(message, "message is null");
    }
}
