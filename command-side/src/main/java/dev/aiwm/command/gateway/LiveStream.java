package dev.aiwm.command.gateway;

import dev.aiwm.contracts.protocol.TerminalSize;

/** The caller's end of a live call. Nothing here waits; after the end nothing does anything. */
public interface LiveStream {

    /** Says something to the other end; more than it can take in for long ends the call. */
    void say(byte[] bytes);

    void endInput();

    void resize(TerminalSize terminal);

    /** A signal for the program by its short name, such as {@code INT}. */
    void signal(String name);

    /** So many bytes were dealt with; without this the other end falls silent. */
    void consumed(int bytes);

    /** Nobody listens any more; the listener hears nothing after this. */
    void close();
}
