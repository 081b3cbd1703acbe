package dev.aiwm.nodeagent.channel;

import java.util.concurrent.CompletionStage;

/** Opens lines to the controller. */
@FunctionalInterface
public interface Dialler {
    /** Fails with an exception whose message says why, never with the token in it. */
    CompletionStage<Line> dial(LineListener listener);
}
