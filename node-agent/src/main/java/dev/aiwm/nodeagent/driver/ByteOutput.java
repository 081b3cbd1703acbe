package dev.aiwm.nodeagent.driver;

/**
 * Takes what a program or a console says. Blocks while whoever listens is slower, and throws {@link
 * DriverException} when nobody listens any more. The bytes are the taker's from then on.
 */
public interface ByteOutput {
    void out(byte[] bytes);

    /** What came on a second stream; a terminal and a console have only one. */
    default void err(byte[] bytes) {
        out(bytes);
    }
}
