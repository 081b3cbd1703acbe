package dev.aiwm.nodeagent.channel;

import java.nio.ByteBuffer;

/** Told what happens to the link, on the loop. */
public interface LinkListener {
    /** A line is open; nothing has been said on it yet. */
    void opened();

    void received(String text);

    void received(ByteBuffer bytes);

    /** The line that was open is gone; another follows. */
    void lost();

    /** The controller said that this agent is not to return. */
    void dismissed(int code, String reason);
}
