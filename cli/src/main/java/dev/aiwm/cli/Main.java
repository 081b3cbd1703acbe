package dev.aiwm.cli;

import dev.aiwm.cli.session.Outlet;
import dev.aiwm.cli.session.OutputLost;
import dev.aiwm.cli.session.Surroundings;
import dev.aiwm.cli.session.Trouble;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Stream;

/** The client verbs of {@code aiwm}. */
public final class Main {
    private static final int BUFFER = 1 << 16;
    private static final char REPLACED = '\ufffd';

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(here(), arguments));
    }

    /** Runs a verb and answers its exit code. */
    static int run(Surroundings around, String... arguments) {
        var line = Aiwm.commandLine(around, arguments);
        // what picocli itself prints: of an output that is lost it would show where in the program
        var help = new StringWriter();
        line.setOut(new PrintWriter(help));
        line.setErr(around.err());
        line.setColorScheme(Colours.scheme(around.colour()));
        line.setUsageHelpWidth(100);
        line.setAbbreviatedOptionsAllowed(false);
        line.setExecutionExceptionHandler((e, command, parsed) -> Failures.tell(e, around));
        line.setParameterExceptionHandler((e, words) -> Failures.tellUsage(e, around));
        int code;
        try {
            requireReadable(System.getProperty("sun.jnu.encoding"), arguments);
            code = line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
            around.out().print(help);
            around.out().flush();
        } catch (OutputLost | Trouble e) {
            code = Failures.tell(e, around);
        }
        try {
            around.err().flush();
            return code;
        } catch (OutputLost e) {
            return Failures.tell(e, around);
        }
    }

    /** What the locale has no characters for, the JVM has replaced: another name, for example. */
    static void requireReadable(String encoding, String... arguments) {
        if (!"UTF-8".equalsIgnoreCase(encoding)
                && Stream.of(arguments).anyMatch(a -> a.indexOf(REPLACED) >= 0)) {
            throw Trouble.usage(
                    "the locale has no characters for an argument",
                    "set one of UTF-8, as with: export LC_ALL=C.UTF-8");
        }
    }

    private static Surroundings here() {
        // the launcher knows which streams are terminals, the JDK does not; without it none is
        var terminals = System.getProperty("aiwm.terminals", "");
        return new Surroundings(
                System.getenv(),
                System.in,
                writer(FileDescriptor.out, BUFFER),
                writer(FileDescriptor.err, 1 << 10),
                terminals.contains("0"),
                terminals.contains("1"),
                terminals.contains("2"),
                Clock.systemUTC());
    }

    private static PrintWriter writer(FileDescriptor to, int buffer) {
        var out = new OutputStreamWriter(new Outlet(to), StandardCharsets.UTF_8);
        return new PrintWriter(new BufferedWriter(out, buffer), false);
    }
}
