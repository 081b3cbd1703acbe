package dev.aiwm.cli.resource;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.execution.Progress;
import dev.aiwm.cli.http.Answer;
import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.http.Refused;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.verb.Waiting;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Something done to resources, one after the other: what was begun is waited for at the end. */
abstract class Act extends Verb {
    @Parameters(arity = "0..*", paramLabel = "RESOURCE", description = "names or ids")
    private List<String> references = new ArrayList<>();

    @Option(
            names = {"-l", "--label"},
            paramLabel = "NAME[=VALUE]",
            description = "all resources with this label")
    private List<String> labels;

    @Mixin private Waiting waiting;

    /** What is said when it was begun, as in {@code stop}. */
    abstract String word();

    /** Begins it. */
    abstract Answer begin(String id);

    /** Asks, when it is something that cannot be undone. */
    void ask(List<JsonNode> resources) {}

    /** The body of most actions. */
    ObjectNode body() {
        return Json.object();
    }

    @Override
    public Integer call() {
        var resources = resources();
        if (resources.isEmpty()) {
            err().println("no resource has the label " + String.join(", ", labels));
            return ExitCode.OK;
        }
        ask(resources);
        var begun = new LinkedHashMap<String, Answer>();
        int code = ExitCode.OK;
        for (var resource : resources) {
            var name = text(resource.path("name"));
            try {
                begun.put(name, begin(text(resource.path("_id"))));
            } catch (Refused e) {
                if (resources.size() == 1) {
                    throw e;
                }
                err().println(name + ": " + e.getMessage());
                code = ExitCode.FAILED;
            }
        }
        begun.forEach(this::end);
        return code;
    }

    private void end(String name, Answer answer) {
        var how = "was so already";
        if (answer.hasBegun()) {
            how = "begun";
            if (waiting.wanted()) {
                new Progress(api(), around(), waiting.timeout()).await(answer.executionId());
                how = "done";
            }
        }
        out().println(name + ": " + word() + " " + how);
    }

    private List<JsonNode> resources() {
        var found = new ArrayList<JsonNode>();
        references.forEach(reference -> found.add(Names.find(api(), reference)));
        if (labels != null) {
            found.addAll(api().list("/api/resources", new Query().withEach("label", labels), 0));
        }
        if (references.isEmpty() && labels == null) {
            throw Trouble.usage("which resource?", "name one, or choose by a label with -l");
        }
        return found;
    }
}
