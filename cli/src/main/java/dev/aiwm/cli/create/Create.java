package dev.aiwm.cli.create;

import dev.aiwm.cli.output.Yaml;
import dev.aiwm.cli.session.Documents;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "create",
        description = "Create a virtual machine or a container",
        subcommands = {CreateMachine.class, CreateContainer.class, CreateInference.class},
        footer = {
            "",
            "Examples:",
            "  aiwm create container web nginx:1.27 -p 8080:80 --wait",
            "  aiwm create vm dev --image ubuntu-22.04 --cpus 4 --ram 8G --disk 50 --ssh-key ~/.ssh/id_ed25519.pub",
            "  aiwm create inference llm vllm/vllm-openai:v0.6 --model llama-3-8b --gpus 1 --host-port 8000",
            "  aiwm create -f web.yaml"
        })
public final class Create extends Verb {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "YAML or JSON, as many documents as there are; - is standard input")
    private String file;

    @Mixin private Creation creation;

    @Override
    public Integer call() {
        if (file == null) {
            throw Trouble.usage("what kind?", "vm, container or inference; or a file with -f");
        }
        for (JsonNode document : Yaml.read(Documents.text(file, around()))) {
            if (!(document instanceof ObjectNode body)) {
                throw Trouble.usage(file + " is not an object", "see: aiwm create --help");
            }
            creation.send(this::api, body, around());
        }
        return 0;
    }
}
