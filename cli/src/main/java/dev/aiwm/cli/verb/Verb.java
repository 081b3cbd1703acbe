package dev.aiwm.cli.verb;

import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.session.Surroundings;
import dev.aiwm.cli.session.Trouble;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** What all verbs have in common: a server, streams, and help. */
public abstract class Verb implements Callable<Integer> {
    private static final Pattern SHORT =
            Pattern.compile("(\\d+)(ms|s|m|h|d)", Pattern.CASE_INSENSITIVE);

    @Spec private CommandSpec spec;

    @Mixin private Connection connection;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean unusedHelp;

    private Api api;

    protected final Surroundings around() {
        return ((Program) spec.root().userObject()).surroundings();
    }

    protected final PrintWriter out() {
        return around().out();
    }

    protected final PrintWriter err() {
        return around().err();
    }

    protected final Instant now() {
        return around().clock().instant();
    }

    protected final Connection connection() {
        return connection;
    }

    protected final Api api() {
        if (api == null) {
            api = connection.api(around().environment());
        }
        return api;
    }

    protected final CommandSpec spec() {
        return spec;
    }

    /** A time as {@code 30s}, {@code 5m} or {@code 2h}; a bare number is seconds. */
    protected static Duration duration(String text) {
        var plain = text.matches("\\d+") ? text + "s" : text;
        var matcher = SHORT.matcher(plain);
        if (!matcher.matches()) {
            throw Trouble.usage("'" + text + "' is no duration", "for example 30s, 5m or 2h");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** An instant, or how long ago as in {@code 10m}; null stays null. */
    protected final Instant instant(String text) {
        if (text == null) {
            return null;
        }
        if (SHORT.matcher(text).matches()) {
            return now().minus(duration(text));
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Trouble.usage(
                    "'" + text + "' is no instant",
                    "for example 2026-11-21T10:30:00Z, or 10m for ten minutes ago");
        }
    }

    /** Asks before something that cannot be undone; where nobody can answer, it is not asked. */
    protected final void confirm(String question, boolean yes) {
        var around = around();
        if (yes || !around.inIsTerminal() || !around.errIsTerminal()) {
            return;
        }
        around.err().print(question + " [y/N] ");
        around.err().flush();
        if (!readLine().strip().matches("(?i)y|yes")) {
            throw new Trouble(1, "not done", null);
        }
    }

    /** A line of standard input, read byte by byte so that nothing behind it is taken. */
    protected final String readLine() {
        try {
            var line = new java.io.ByteArrayOutputStream();
            for (int b = around().in().read(); b >= 0 && b != '\n'; b = around().in().read()) {
                line.write(b);
            }
            var text = line.toString(java.nio.charset.StandardCharsets.UTF_8);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
