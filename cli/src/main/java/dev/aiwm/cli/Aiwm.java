package dev.aiwm.cli;

import dev.aiwm.cli.admin.DeadLetters;
import dev.aiwm.cli.admin.Projections;
import dev.aiwm.cli.apply.Apply;
import dev.aiwm.cli.audit.Audit;
import dev.aiwm.cli.audit.Diff;
import dev.aiwm.cli.audit.Verify;
import dev.aiwm.cli.bulk.Bulk;
import dev.aiwm.cli.completion.Complete;
import dev.aiwm.cli.completion.Completion;
import dev.aiwm.cli.create.Create;
import dev.aiwm.cli.execution.Executions;
import dev.aiwm.cli.identity.Contexts;
import dev.aiwm.cli.identity.Login;
import dev.aiwm.cli.identity.Logout;
import dev.aiwm.cli.identity.Token;
import dev.aiwm.cli.identity.Version;
import dev.aiwm.cli.listing.Describe;
import dev.aiwm.cli.listing.Fleet;
import dev.aiwm.cli.listing.Get;
import dev.aiwm.cli.live.Console;
import dev.aiwm.cli.live.Events;
import dev.aiwm.cli.live.Exec;
import dev.aiwm.cli.live.Logs;
import dev.aiwm.cli.live.Metrics;
import dev.aiwm.cli.live.Top;
import dev.aiwm.cli.node.Nodes;
import dev.aiwm.cli.resource.Delete;
import dev.aiwm.cli.resource.Pause;
import dev.aiwm.cli.resource.Resize;
import dev.aiwm.cli.resource.Restart;
import dev.aiwm.cli.resource.Resume;
import dev.aiwm.cli.resource.Start;
import dev.aiwm.cli.resource.Stop;
import dev.aiwm.cli.resource.Wait;
import dev.aiwm.cli.schedule.Schedules;
import dev.aiwm.cli.session.Surroundings;
import dev.aiwm.cli.snapshot.Snapshots;
import dev.aiwm.cli.user.Users;
import dev.aiwm.cli.verb.Program;
import dev.aiwm.cli.volume.Volumes;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.Map;

/** The command itself: its verbs, and what they find around them. */
@Command(
        name = "aiwm",
        description = "See and steer a fleet of GPU servers.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {
            "",
            "aiwm VERB --help tells more of each. Besides, aiwm up starts a server on this machine, aiwm agent a",
            "node agent; aiwm build, images and secrets make what they run from.",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not found, 4 not allowed, 5 conflict, 6 took too long,",
            "7 server or node not reachable."
        })
final class Aiwm implements Program {
    private static final Map<String, Class<?>> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("login", Login.class);
        VERBS.put("logout", Logout.class);
        VERBS.put("context", Contexts.class);
        VERBS.put("get", Get.class);
        VERBS.put("describe", Describe.class);
        VERBS.put("create", Create.class);
        VERBS.put("apply", Apply.class);
        VERBS.put("start", Start.class);
        VERBS.put("stop", Stop.class);
        VERBS.put("restart", Restart.class);
        VERBS.put("pause", Pause.class);
        VERBS.put("resume", Resume.class);
        VERBS.put("resize", Resize.class);
        VERBS.put("delete", Delete.class);
        VERBS.put("wait", Wait.class);
        VERBS.put("logs", Logs.class);
        VERBS.put("exec", Exec.class);
        VERBS.put("console", Console.class);
        VERBS.put("snapshot", Snapshots.class);
        VERBS.put("volumes", Volumes.class);
        VERBS.put("executions", Executions.class);
        VERBS.put("bulk", Bulk.class);
        VERBS.put("schedules", Schedules.class);
        VERBS.put("users", Users.class);
        VERBS.put("fleet", Fleet.class);
        VERBS.put("node", Nodes.class);
        VERBS.put("top", Top.class);
        VERBS.put("metrics", Metrics.class);
        VERBS.put("events", Events.class);
        VERBS.put("audit", Audit.class);
        VERBS.put("diff", Diff.class);
        VERBS.put("verify", Verify.class);
        VERBS.put("projections", Projections.class);
        VERBS.put("dead-letters", DeadLetters.class);
        VERBS.put("token", Token.class);
        VERBS.put("completion", Completion.class);
        VERBS.put("version", Version.class);
        VERBS.put("complete", Complete.class);
    }

    private final Surroundings surroundings;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean unusedHelp;

    private Aiwm(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The command line with the verb that is asked for, because to read them all takes longer than
     * most verbs; with all of them when none is named.
     */
    static CommandLine commandLine(Surroundings surroundings, String... arguments) {
        var line = new CommandLine(new Aiwm(surroundings));
        var first = arguments.length == 0 ? "" : arguments[0];
        if (VERBS.containsKey(first) && !first.equals("complete")) {
            line.addSubcommand(first, VERBS.get(first));
        } else {
            VERBS.forEach(line::addSubcommand);
            line.addSubcommand("help", new CommandLine.HelpCommand());
        }
        line.getSubcommands().values().forEach(Aiwm::explainParts);
        return line;
    }

    /** Verbs that are methods of others have help like all the rest. */
    private static void explainParts(CommandLine verb) {
        for (var part : verb.getSubcommands().values()) {
            var spec = part.getCommandSpec();
            if (spec.findOption("--help") == null) {
                spec.addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("show this help")
                                .build());
            }
        }
    }

    @Override
    public Surroundings surroundings() {
        return surroundings;
    }
}
