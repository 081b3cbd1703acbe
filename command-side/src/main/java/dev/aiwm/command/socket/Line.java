package dev.aiwm.command.socket;

import dev.aiwm.contracts.protocol.CloseCode;

import java.nio.ByteBuffer;

/** The way to one peer. Nothing here waits for the peer. */
public interface Line {

    /** To nobody any more. */
    Line CUT = new CutLine();

    /** Sends when what was to be sent before is out; what is too much closes the line. */
    void send(String text);

    /** As for text; the buffer is the line's from then on. */
    void send(ByteBuffer bytes);

    /** As before; the task is run when the bytes are out, and not at all when they never are. */
    void send(ByteBuffer bytes, Runnable out);

    /** Closes after what was to be sent before is out, for as long as that may take. */
    void close(CloseCode code, String reason);
}
