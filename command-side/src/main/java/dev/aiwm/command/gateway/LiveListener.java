package dev.aiwm.command.gateway;

import dev.aiwm.contracts.protocol.CommandError;

import java.util.Map;

/** Hears what comes of a live call. */
public interface LiveListener {

    /** It has begun; the details may hold a password made for it alone. */
    default void opened(Map<String, String> details) {}

    /**
     * Something was said, on the error channel or not.
     *
     * @param from to be told when it was dealt with, by {@link LiveStream#consumed}
     */
    void heard(LiveStream from, boolean error, byte[] bytes);

    /**
     * It is over; nothing follows.
     *
     * @param exitCode of a program; null for anything else
     * @param error why it could not be done; null when it was
     */
    void ended(Integer exitCode, CommandError error);
}
