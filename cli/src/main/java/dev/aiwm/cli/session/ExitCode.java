package dev.aiwm.cli.session;

/** What a script can tell from how a verb ended; docs/cli.md lists them. */
public final class ExitCode {
    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int NOT_FOUND = 3;
    public static final int UNAUTHORISED = 4;
    public static final int CONFLICT = 5;
    public static final int TIMEOUT = 6;
    public static final int UNAVAILABLE = 7;

    /** As of a program that the signal SIGPIPE ends. */
    public static final int UNREAD = 141;

    private ExitCode() {}
}
