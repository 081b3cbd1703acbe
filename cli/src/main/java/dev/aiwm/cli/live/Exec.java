package dev.aiwm.cli.live;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.terminal.Terminal;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;

@Command(
        name = "exec",
        description = "Run a program in a container; ends with the program's exit code",
        footer = {
            "",
            "Ctrl-] leaves a terminal whose program does not end.",
            "",
            "Examples:",
            "  aiwm exec web -- nginx -t",
            "  aiwm exec -it web                 # a shell",
            "  aiwm exec -it web -- bash -l"
        })
public final class Exec extends Verb {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Parameters(index = "0", paramLabel = "RESOURCE", description = "name or id")
    private String resource;

    @Parameters(
            index = "1..*",
            paramLabel = "COMMAND",
            description = "the program and its arguments; a shell without it on a terminal")
    private List<String> command;

    @Option(
            names = {"-i", "--interactive"},
            description = "give it what is typed here")
    private boolean interactive;

    @Option(
            names = {"-t", "--tty"},
            description = "give it a terminal")
    private boolean tty;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME=VALUE",
            description = "a variable")
    private Map<String, String> environment;

    @Option(names = "--run-as", paramLabel = "USER", description = "the user inside")
    private String user;

    @Option(names = "--workdir", paramLabel = "PATH", description = "where it runs")
    private String workingDir;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "when it is ended by force, without a terminal (default: 30s)")
    private String timeout;

    @Override
    public Integer call() {
        var id = Names.id(api(), resource);
        return interactive || tty ? onTerminal(id) : once(id);
    }

    private int once(String id) {
        if (command == null) {
            throw Trouble.usage("which program?", "aiwm exec NAME -- PROGRAM, or a shell with -it");
        }
        var limit = timeout == null ? null : duration(timeout);
        var body = request();
        if (limit != null) {
            body.put("timeoutSeconds", Math.max(1, limit.toSeconds()));
        }
        var patient = api().within((limit == null ? LONGEST : limit).plus(GRACE));
        return tell(patient.post("/api/resources/" + id + "/exec", body).body());
    }

    private int tell(JsonNode answer) {
        out().print(text(answer.path("stdout")));
        out().flush();
        err().print(text(answer.path("stderr")));
        if (answer.path("truncated").asBoolean(false)) {
            err().println("aiwm: only the first part of its output is shown");
        }
        if (answer.path("timedOut").asBoolean(false)) {
            throw new Trouble(
                    ExitCode.TIMEOUT,
                    "it did not end in time and was ended",
                    "more time: --timeout 5m");
        }
        return answer.path("exitCode").asInt(ExitCode.FAILED);
    }

    private int onTerminal(String id) {
        var body = request();
        var terminal = Terminal.of(around());
        terminal.size().ifPresent(s -> body.put("columns", s.columns()).put("rows", s.rows()));
        var ticket = api().post("/api/resources/" + id + "/terminal", body).body();
        return new Visit(api(), terminal, around().in()).run(text(ticket.path("url")));
    }

    private ObjectNode request() {
        var body = Json.object();
        if (command != null) {
            command.forEach(body.withArrayProperty("command")::add);
        }
        if (environment != null) {
            environment.forEach(body.withObjectProperty("environment")::put);
        }
        if (user != null) {
            body.put("user", user);
        }
        if (workingDir != null) {
            body.put("workingDir", workingDir);
        }
        return body;
    }
}
