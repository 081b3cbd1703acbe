package dev.aiwm.cli.create;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "inference",
        description = "Create a container that serves a model",
        footer = {
            "",
            "Examples:",
            "  aiwm create inference llm vllm/vllm-openai:v0.6 --model llama-3-8b --gpus 1 --port 8000 --host-port 8000"
        })
final class CreateInference extends NewResource {
    @Parameters(index = "1", paramLabel = "IMAGE", description = "of the server of the model")
    private String image;

    @Option(names = "--model", required = true, paramLabel = "ID", description = "which model")
    private String model;

    @Option(names = "--model-path", paramLabel = "PATH", description = "where it lies on the node")
    private String modelPath;

    @Option(names = "--port", paramLabel = "PORT", description = "that the server listens on")
    private Integer port;

    @Option(
            names = "--host-port",
            paramLabel = "PORT",
            description = "of the node, that leads to it")
    private Integer hostPort;

    @Option(names = "--health", paramLabel = "PATH", description = "that answers when it is well")
    private String health;

    @Mixin private ContainerFlags flags;

    @Override
    String type() {
        return "inference-container";
    }

    @Override
    void fill(ObjectNode config) {
        put(config, "dockerImage", image);
        put(config, "modelId", model);
        put(config, "modelPath", modelPath);
        put(config, "containerPort", port);
        put(config, "hostPort", hostPort);
        put(config, "healthCheckPath", health);
        flags.fill(config);
    }
}
