package dev.aiwm.support.log;

/**
 * Where what is committed lasts. In a store whose commits can be read before they are on it,
 * whoever tells others of a commit waits first.
 */
@FunctionalInterface
public interface Disk {
    /** Nothing can be read that is not on it. */
    Disk AT_COMMIT = () -> {};

    /** Returns when all that is committed so far is on it. */
    void awaitAll();
}
