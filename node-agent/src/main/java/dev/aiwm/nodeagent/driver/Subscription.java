package dev.aiwm.nodeagent.driver;

/** Something that is being listened to. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    /** Nothing more is told after this has returned; may be repeated. */
    @Override
    void close();
}
