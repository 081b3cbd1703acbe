package dev.aiwm.cli.apply;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.http.Refused;
import dev.aiwm.cli.output.Style;
import dev.aiwm.cli.output.Table;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.Documents;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.verb.Waiting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

@Command(
        name = "apply",
        description = "Make resources what files say: creates, changes, or leaves them as they are",
        footer = {
            "",
            "A file has the fields of a creation, as many documents as there are, and `status: running` or",
            "`stopped` where that matters. What a file does not name stays as it is. The difference is shown",
            "first; when any resource cannot be made so, nothing is done to any.",
            "",
            "Examples:",
            "  aiwm apply -f fleet.yaml --dry-run",
            "  aiwm apply -f fleet.yaml --wait",
            "  aiwm get resource web -o yaml > web.yaml; $EDITOR web.yaml; aiwm apply -f web.yaml --restart"
        })
public final class Apply extends Verb {
    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "YAML or JSON; more than one is good, - is standard input")
    private List<String> files;

    @Option(names = "--dry-run", description = "show the difference and do nothing")
    private boolean dryRun;

    @Option(
            names = "--restart",
            description = "stop and start again what can be changed only at rest")
    private boolean restart;

    @Option(names = "--secrets", description = "send secrets anew, which cannot be compared")
    private boolean secrets;

    @Mixin private Waiting waiting;

    @Override
    public Integer call() {
        var planner = new Planner(restart, secrets);
        var plans = new ArrayList<Plan>();
        for (var file : files) {
            for (var manifest : Manifest.read(Documents.text(file, around()), file)) {
                plans.add(planner.plan(manifest, current(manifest)));
            }
        }
        plans.forEach(this::show);
        out().flush();
        if (plans.stream().anyMatch(p -> p.obstacle() != null)) {
            throw new Trouble(
                    ExitCode.CONFLICT, "nothing was done", "what is in the way stands above");
        }
        if (!dryRun) {
            execute(plans);
        }
        return ExitCode.OK;
    }

    private void execute(List<Plan> plans) {
        var execution = new Execution(api(), around(), waiting);
        int created = 0;
        int changed = 0;
        for (var plan : plans) {
            if (plan.creates()) {
                execution.create(plan);
                created++;
            } else if (plan.changes()) {
                execution.change(plan);
                changed++;
            }
        }
        out().println(
                        "%d created, %d changed, %d unchanged"
                                .formatted(created, changed, plans.size() - created - changed));
    }

    /** By id when the manifest has one, else by name; null when there is none. */
    private JsonNode current(Manifest manifest) {
        if (manifest.id() != null) {
            try {
                var found = api().get("/api/resources/" + manifest.id()).body();
                return text(found.path("status")).equals("deleted") ? null : found;
            } catch (Refused e) {
                if (e.status() != 404) {
                    throw e;
                }
                return null;
            }
        }
        var named = api().list("/api/resources", new Query().with("name", manifest.name()), 2);
        return named.isEmpty() ? null : Names.find(api(), manifest.name());
    }

    private void show(Plan plan) {
        var name = plan.manifest().name();
        if (plan.current() == null) {
            line("+ " + name + ": to be created");
            plan.manifest()
                    .wanted()
                    .properties()
                    .forEach(
                            e ->
                                    line(
                                            "    "
                                                    + e.getKey()
                                                    + ": "
                                                    + Difference.shown(Masked.of(e.getValue()))));
        } else if (!plan.changes()) {
            line("= " + name + ": as it is wanted");
        } else {
            line(
                    "~ "
                            + name
                            + (plan.interrupts()
                                    ? ": to be stopped, changed and started"
                                    : ": to be changed"));
            plan.differences().forEach(d -> line("    " + d));
        }
        plan.notes().forEach(note -> line("    " + note));
        if (plan.obstacle() != null) {
            line("! " + name + ": " + plan.obstacle());
        }
    }

    private void line(String text) {
        var clean = Table.oneLine(text);
        out().println(
                        !around().colour()
                                ? clean
                                : switch (clean.charAt(0)) {
                                    case '+' -> Style.green(clean);
                                    case '~' -> Style.yellow(clean);
                                    case '!' -> Style.red(clean);
                                    default -> clean;
                                });
    }
}
