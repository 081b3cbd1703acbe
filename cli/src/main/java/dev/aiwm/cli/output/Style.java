package dev.aiwm.cli.output;

/** Colours of a terminal, used sparingly: green is well, yellow is under way, red wants a look. */
public final class Style {
    private static final String RESET = "\u001b[0m";

    private Style() {}

    public static String status(String status) {
        int end = status.indexOf(' ');
        return switch (end < 0 ? status : status.substring(0, end)) {
            case "running", "online", "succeeded", "ready", "up", "live" -> green(status);
            case "failed", "error", "offline", "faulty", "down", "unknown" -> red(status);
            case "queued",
                    "deploying",
                    "stopping",
                    "starting",
                    "restarting",
                    "deleting",
                    "compensating",
                    "pending",
                    "creating",
                    "restoring",
                    "rebuilding" ->
                    yellow(status);
            default -> status;
        };
    }

    public static String green(String text) {
        return "\u001b[32m" + text + RESET;
    }

    public static String yellow(String text) {
        return "\u001b[33m" + text + RESET;
    }

    public static String red(String text) {
        return "\u001b[31m" + text + RESET;
    }

    public static String bold(String text) {
        return "\u001b[1m" + text + RESET;
    }
}
