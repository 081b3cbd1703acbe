package dev.aiwm.nodeagent.channel;

/** Told what comes in on a line, in order, from threads of the line. */
public interface LineListener {
    void text(String whole);

    /** A sign of life that carries nothing. */
    void pong();

    /** The line is no more; told at least once, with 1006 when there was no good-bye. */
    void closed(int code, String reason);
}
