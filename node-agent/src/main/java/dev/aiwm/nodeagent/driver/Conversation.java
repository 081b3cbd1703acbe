package dev.aiwm.nodeagent.driver;

/**
 * A two-way conversation with something inside an object: a program, a console. What it says goes
 * to the {@link ByteOutput} it was opened with, from a thread of the driver. Everything may be
 * called after the end, and does nothing then.
 */
public interface Conversation extends AutoCloseable {
    /** Says something to it; may block while it does not listen. */
    void write(byte[] bytes);

    /** Nothing more will be said to it. */
    default void endInput() {}

    /** The terminal has another size now; nothing where there is no terminal. */
    default void resize(int columns, int rows) {}

    /** Sends it a signal by its short name, such as {@code INT}; nothing where it has none. */
    default void signal(String name) {}

    /**
     * Waits for its end, by which all it said was given to the output.
     *
     * @return the exit code; null where there is none, as for a console
     */
    Integer await() throws InterruptedException;

    /** Ends it now. A program is killed. */
    @Override
    void close();
}
