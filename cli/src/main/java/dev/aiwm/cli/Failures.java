package dev.aiwm.cli;

import dev.aiwm.cli.http.Refused;
import dev.aiwm.cli.http.Unreachable;
import dev.aiwm.cli.output.Table;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.OutputLost;
import dev.aiwm.cli.session.Surroundings;
import dev.aiwm.cli.session.Trouble;

import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.List;

/** Says what went wrong and what to do about it, and with which exit code that ends. */
final class Failures {
    private Failures() {}

    static int tell(Exception e, Surroundings around) {
        if (e instanceof OutputLost lost && lost.isUnread()) {
            return ExitCode.UNREAD;
        }
        flush(around);
        if (e instanceof Trouble trouble) {
            return say(around, trouble.getMessage(), trouble.advice(), trouble.exitCode());
        }
        if (e instanceof Refused refused) {
            int code = say(around, refused.getMessage(), null, Advice.exitCode(refused));
            Advice.details(refused).forEach(line -> around.err().println("  " + clean(line)));
            Advice.of(refused).ifPresent(advice -> hint(around, advice));
            return code;
        }
        if (e instanceof Unreachable unreachable) {
            return say(
                    around,
                    unreachable.getMessage(),
                    "is it up? another address: --server URL, AIWM_SERVER or aiwm context use NAME",
                    unreachable.timedOut() ? ExitCode.TIMEOUT : ExitCode.UNAVAILABLE);
        }
        if (around.environment().containsKey("AIWM_DEBUG")) {
            e.printStackTrace(around.err());
        }
        return say(
                around,
                String.valueOf(e.getMessage() == null ? e : e.getMessage()),
                null,
                ExitCode.FAILED);
    }

    static int tellUsage(ParameterException e, Surroundings around) {
        if (e.getCause() instanceof Trouble trouble) {
            return tell(trouble, around);
        }
        var command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
        say(around, e.getMessage(), null, ExitCode.USAGE);
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                hint(around, "did you mean " + String.join(" or ", suggestions) + "?");
            }
        }
        hint(around, "see: " + command + " --help");
        return ExitCode.USAGE;
    }

    private static void flush(Surroundings around) {
        try {
            around.out().flush();
        } catch (OutputLost e) {
            // what went wrong before that is told
        }
    }

    private static int say(Surroundings around, String message, String advice, int code) {
        around.err().println("aiwm: " + clean(message));
        if (advice != null) {
            hint(around, advice);
        }
        return code;
    }

    private static void hint(Surroundings around, String advice) {
        around.err().println("  " + clean(advice));
    }

    private static String clean(String text) {
        return Table.oneLine(text);
    }
}
