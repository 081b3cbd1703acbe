package dev.aiwm.nodeagent.channel;

import java.nio.ByteBuffer;

/** Told what comes in on a line, in order, from threads of the line. */
public interface LineListener {
    void text(String whole);

    /** The buffer is the listener's from then on. */
    void bytes(ByteBuffer whole);

    /** A sign of life that carries nothing. */
    void pong();

    /** The line is no more; told at least once, with 1006 when there was no good-bye. */
    void closed(int code, String reason);
}
