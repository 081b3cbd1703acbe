package dev.aiwm.cli;

import dev.aiwm.cli.session.Surroundings;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The client verbs of {@code aiwm}. */
public final class Main {
    private static final int BUFFER = 1 << 16;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(here(), arguments));
    }

    /** Runs a verb and answers its exit code. */
    static int run(Surroundings around, String... arguments) {
        var line = Aiwm.commandLine(around, arguments);
        line.setOut(around.out());
        line.setErr(around.err());
        line.setColorScheme(Colours.scheme(around.colour()));
        line.setUsageHelpWidth(100);
        line.setAbbreviatedOptionsAllowed(false);
        line.setExecutionExceptionHandler((e, command, parsed) -> Failures.tell(e, around));
        line.setParameterExceptionHandler((e, words) -> Failures.tellUsage(e, around));
        try {
            return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
        } finally {
            around.out().flush();
            around.err().flush();
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
        var out = new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8);
        return new PrintWriter(new BufferedWriter(out, buffer), false);
    }
}
