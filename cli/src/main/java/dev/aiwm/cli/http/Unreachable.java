package dev.aiwm.cli.http;

import java.net.URI;

/** No answer came. */
public final class Unreachable extends RuntimeException {
    private final boolean timedOut;

    Unreachable(URI server, String why, boolean timedOut, Throwable cause) {
        super("no answer from " + server + ": " + why, cause);
        this.timedOut = timedOut;
    }

    public boolean timedOut() {
        return timedOut;
    }
}
