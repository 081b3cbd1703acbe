package dev.aiwm.cli.view;

import static dev.aiwm.cli.output.Cells.list;
import static dev.aiwm.cli.output.Cells.text;
import static dev.aiwm.cli.output.Cells.textOrDash;

import tools.jackson.databind.JsonNode;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short words for what resources are and have. */
public final class Types {
    private static final String MACHINE = "virtual-machine";
    private static final String APPLICATION = "application-container";
    private static final String INFERENCE = "inference-container";

    private Types() {}

    static String shortName(String type) {
        return switch (type) {
            case MACHINE -> "vm";
            case APPLICATION -> "container";
            case INFERENCE -> "inference";
            default -> type;
        };
    }

    /** The interface's word for a type; what is not known is the server's to refuse. */
    public static String longName(String type) {
        return switch (type) {
            case "vm" -> MACHINE;
            case "container", "app" -> APPLICATION;
            case "inference" -> INFERENCE;
            default -> type;
        };
    }

    static String image(JsonNode config) {
        if (config.has("osImage")) {
            return text(config.path("osImage"));
        }
        if (config.has("dockerImage")) {
            return text(config.path("dockerImage"));
        }
        var tag = text(config.path("imageTag"));
        return text(config.path("imageName")) + (tag.isEmpty() ? "" : ":" + tag);
    }

    static String gpus(JsonNode claims) {
        var slices =
                claims.path("migSlices")
                        .valueStream()
                        .map(s -> text(s.path("instanceId")))
                        .collect(Collectors.joining(","));
        var all =
                Stream.of(list(claims.path("gpuIds")), slices)
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(","));
        return all.isEmpty() ? "-" : all;
    }

    static String ports(JsonNode ports) {
        var all =
                ports.valueStream()
                        .map(p -> text(p.path("port")) + "/" + text(p.path("protocol")))
                        .collect(Collectors.joining(","));
        return all.isEmpty() ? "-" : all;
    }

    static String addresses(JsonNode addresses) {
        var all =
                addresses
                        .valueStream()
                        .map(a -> textOrDash(a.path("address")))
                        .collect(Collectors.joining(","));
        return all.isEmpty() ? "-" : all;
    }
}
