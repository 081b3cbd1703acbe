package dev.aiwm.cli.resource;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.execution.Progress;
import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.output.Sizes;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.verb.Waiting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

@Command(
        name = "resize",
        description = "Give a resource another size, also while it runs; disks only grow",
        footer = {
            "",
            "Examples:",
            "  aiwm resize vm-1 --cpus 8 --ram 32G --wait",
            "  aiwm resize web --ram 1G"
        })
public final class Resize extends Verb {
    @Parameters(paramLabel = "RESOURCE", description = "name or id")
    private String resource;

    @Option(names = "--cpus", paramLabel = "N", description = "processors")
    private Double cpus;

    @Option(names = "--ram", paramLabel = "SIZE", description = "memory, as in 8G")
    private String ram;

    @Option(
            names = "--disk",
            paramLabel = "SIZE",
            description = "of a virtual machine, in gigabytes")
    private String disk;

    @Mixin private Waiting waiting;

    @Override
    public Integer call() {
        if (cpus == null && ram == null && disk == null) {
            throw Trouble.usage("what size?", "--cpus, --ram or --disk");
        }
        var found = Names.find(api(), resource);
        var patch = Json.object();
        size(patch.putObject("config"), text(found.path("resourceType")).equals("virtual-machine"));
        var answer = api().patch("/api/resources/" + text(found.path("_id")), patch, Map.of());
        if (answer.hasBegun() && waiting.wanted()) {
            new Progress(api(), around(), waiting.timeout()).await(answer.executionId());
        }
        var how =
                answer.hasBegun()
                        ? waiting.wanted() ? "done" : "begun"
                        : "done, for its next start";
        out().println(text(found.path("name")) + ": resize " + how);
        return 0;
    }

    private void size(ObjectNode config, boolean machine) {
        if (cpus != null && machine) {
            config.put("vcpus", cpus.intValue());
        } else if (cpus != null) {
            config.put("cpuCores", cpus);
        }
        if (ram != null) {
            config.put(machine ? "ramMB" : "ramLimit", Sizes.megabytes(ram));
        }
        if (disk != null) {
            config.put("diskGB", Sizes.gigabytes(disk));
        }
    }
}
