package dev.aiwm.support.log;

/** One follower's place in the log; for one thread at a time. */
public interface Cursor extends AutoCloseable {

    /**
     * @return the next event, or null when there is none yet
     * @throws RuntimeException when the log cannot be read at this place
     */
    LoggedEvent next();

    /** Runs an action, which must be quick, whenever there may be something new. */
    void onAvailable(Runnable action);

    @Override
    void close();
}
