package dev.aiwm.cli.session;

/** Something that a user can do something about: what is wrong, what to do, and the exit code. */
public final class Trouble extends RuntimeException {
    private final int exitCode;
    private final String advice;

    public Trouble(int exitCode, String message, String advice) {
        super(message);
        this.exitCode = exitCode;
        this.advice = advice;
    }

    public static Trouble usage(String message, String advice) {
        return new Trouble(ExitCode.USAGE, message, advice);
    }

    public static Trouble notFound(String message, String advice) {
        return new Trouble(ExitCode.NOT_FOUND, message, advice);
    }

    public int exitCode() {
        return exitCode;
    }

    /** What to do about it, or null. */
    public String advice() {
        return advice;
    }
}
