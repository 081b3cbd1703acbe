package dev.aiwm.contracts.node;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A warning that stands.
 *
 * @param subject what of the node it is about: a GPU, an engine, the disk
 * @param message as it was when it was raised
 */
public record NodeWarning(NodeWarningKind kind, String subject, String message, Instant since) {
    public NodeWarning {
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(message, "message is null");
        requireNonNull(since, "since is null");
    }

    public boolean isOf(NodeWarningKind otherKind, String otherSubject) {
        return kind == otherKind && subject.equals(otherSubject);
    }
}
