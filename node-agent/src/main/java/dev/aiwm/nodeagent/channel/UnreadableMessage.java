package dev.aiwm.nodeagent.channel;

import java.io.Serial;

/** A message that nobody can act on; says why without quoting it. */
public final class UnreadableMessage extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    UnreadableMessage(String message) {
        super(message);
    }
}
