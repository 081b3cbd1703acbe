package dev.aiwm.cli.create;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the three kinds have in common. */
abstract class NewResource extends Verb {
    @Parameters(index = "0", paramLabel = "NAME", description = "what it is to be called")
    private String name;

    @Option(
            names = "--node",
            paramLabel = "NODE",
            description = "where; placement chooses without it")
    private String node;

    @Option(
            names = "--selector",
            paramLabel = "LABEL=VALUE",
            description = "a label that the node must have")
    private Map<String, String> selector;

    @Option(
            names = "--strategy",
            paramLabel = "pack|spread",
            description = "full nodes or empty ones first")
    private String strategy;

    @Option(
            names = {"-l", "--label"},
            paramLabel = "NAME=VALUE",
            description = "a label of its own")
    private Map<String, String> labels;

    @Option(names = "--description", paramLabel = "TEXT", description = "what it is for")
    private String description;

    @Mixin private Creation creation;

    abstract String type();

    abstract void fill(ObjectNode config);

    @Override
    public Integer call() {
        creation.send(this::api, body(), around());
        return 0;
    }

    private ObjectNode body() {
        var body = Json.object().put("name", name).put("resourceType", type());
        put(body, "description", description);
        put(body, "nodeId", node);
        put(body, "placementStrategy", strategy);
        putAll(body, "nodeSelector", selector);
        putAll(body, "labels", labels);
        fill(body.putObject("config").put("type", type()));
        return body;
    }

    static void put(ObjectNode to, String field, Object value) {
        if (value != null) {
            to.set(field, Json.MAPPER.valueToTree(value));
        }
    }

    static void putAll(ObjectNode to, String field, Map<String, String> values) {
        if (values != null) {
            put(to, field, new LinkedHashMap<>(values));
        }
    }

    static void putEach(ObjectNode to, String field, List<String> values) {
        if (values != null && !values.isEmpty()) {
            put(to, field, values);
        }
    }
}
