package dev.aiwm.nodeagent.channel;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/** One open line to the controller. Sends never block and keep their order. */
public interface Line {
    void send(String text);

    void send(ByteBuffer bytes);

    void ping();

    /** Say good-bye; done when it was said or could not be. */
    CompletionStage<?> close();

    /** Cut it without a word. */
    void abort();
}
