package dev.aiwm.cli.create;

import static dev.aiwm.cli.create.NewResource.put;
import static dev.aiwm.cli.create.NewResource.putAll;
import static dev.aiwm.cli.create.NewResource.putEach;

import dev.aiwm.cli.output.Sizes;
import dev.aiwm.cli.session.Trouble;

import picocli.CommandLine.Option;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What both kinds of containers have in common. */
final class ContainerFlags {
    @Option(names = "--cpus", paramLabel = "N", description = "processors at most, as in 0.5")
    private Double cpus;

    @Option(names = "--ram", paramLabel = "SIZE", description = "memory at most, as in 512M")
    private String ram;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME=VALUE",
            description = "a variable; the value is kept secret when the name looks like it")
    private Map<String, String> environment;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "variables, NAME=VALUE in each line")
    private Path environmentFile;

    @Option(names = "--gpu", paramLabel = "ID", description = "a GPU that it gets for itself")
    private List<String> gpuIds;

    @Option(names = "--gpus", paramLabel = "N", description = "so many GPUs, whichever are free")
    private Integer gpus;

    @Option(
            names = "--mig",
            paramLabel = "PROFILE",
            description = "a slice of a GPU, as in 1g.10gb")
    private String mig;

    void fill(ObjectNode config) {
        put(config, "cpuCores", cpus);
        put(config, "ramLimit", Sizes.megabytes(ram));
        putEach(config, "gpuDeviceIds", gpuIds);
        put(config, "gpuCount", gpus);
        put(config, "migProfile", mig);
        var variables = new LinkedHashMap<String, String>();
        if (environmentFile != null) {
            variables.putAll(variablesOf(environmentFile));
        }
        if (environment != null) {
            variables.putAll(environment);
        }
        putAll(config, "environment", variables.isEmpty() ? null : variables);
    }

    private static Map<String, String> variablesOf(Path file) {
        try {
            var variables = new LinkedHashMap<String, String>();
            for (var line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    variables.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return variables;
        } catch (IOException e) {
            throw Trouble.usage("cannot read " + file, "lines of NAME=VALUE are meant");
        }
    }
}
