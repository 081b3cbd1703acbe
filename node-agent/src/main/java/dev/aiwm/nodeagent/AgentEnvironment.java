package dev.aiwm.nodeagent;

import dev.aiwm.contracts.NodeId;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the variables of R103, and collects what is wrong with them before it complains. */
final class AgentEnvironment {
    private final Map<String, String> environment;
    private final List<String> complaints = new ArrayList<>();

    private AgentEnvironment(Map<String, String> environment) {
        this.environment = environment;
    }

    static AgentSettings read(Map<String, String> environment) {
        var reader = new AgentEnvironment(environment);
        var controller =
                reader.required(
                        "CONTROLLER_URL",
                        "where the controller listens, like ws://controller:3003/ws/node",
                        AgentEnvironment::controller);
        var token = reader.token();
        var nodeId =
                reader.required("NODE_ID", "the id under which the node was enrolled", NodeId::of);
        var heartbeat = reader.interval("HEARTBEAT_INTERVAL");
        var metrics = reader.interval("METRICS_INTERVAL");
        if (!reader.complaints.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", reader.complaints));
        }
        var folder = Path.of(reader.optional("AIWM_DATA").orElse("data"), "agent", nodeId.value());
        return new AgentSettings(
                controller,
                token,
                nodeId,
                reader.optional("NODE_NAME").orElse(nodeId.value()),
                reader.optional("NODE_HOSTNAME").orElse(null),
                heartbeat,
                metrics,
                AgentSettings.FIRST_REDIAL,
                AgentSettings.LONGEST_REDIAL,
                AgentSettings.NO_LIMIT,
                folder);
    }

    /** The WebSocket of a controller, also when only its host or its web address is given. */
    static URI controller(String value) {
        var uri = URI.create(value);
        String scheme =
                switch (String.valueOf(uri.getScheme())) {
                    case "http", "ws" -> "ws";
                    case "https", "wss" -> "wss";
                    default -> throw new IllegalArgumentException("begins with ws:// or wss://");
                };
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("names no host");
        }
        boolean bare = uri.getPath() == null || uri.getPath().length() <= 1;
        return URI.create(
                scheme + "://" + uri.getRawAuthority() + (bare ? "/ws/node" : uri.getRawPath()));
    }

    /** Itself, or the file that it lies in. */
    private String token() {
        var file = optional("NODE_TOKEN_FILE");
        if (file.isPresent() && optional("NODE_TOKEN").isEmpty()) {
            return parsed(
                    "NODE_TOKEN_FILE",
                    "a file with the token",
                    file.get(),
                    AgentEnvironment::readFile);
        }
        return required(
                "NODE_TOKEN",
                "what POST /api/nodes/{id}/token of the controller answers",
                value -> value);
    }

    private static String readFile(String path) {
        try {
            String content = Files.readString(Path.of(path)).strip();
            if (content.isEmpty()) {
                throw new IllegalArgumentException(path + " is empty");
            }
            return content;
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path, e);
        }
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(s -> !s.isEmpty());
    }

    private <T> T required(String name, String meaning, Function<String, T> parse) {
        var value = optional(name);
        if (value.isEmpty()) {
            complaints.add(name + " is missing: " + meaning);
            return null;
        }
        return parsed(name, meaning, value.get(), parse);
    }

    private Duration interval(String name) {
        return optional(name)
                .map(
                        value ->
                                parsed(
                                        name,
                                        "milliseconds, at least 1000",
                                        value,
                                        AgentEnvironment::milliseconds))
                .orElse(null);
    }

    private static Duration milliseconds(String value) {
        long millis = Long.parseLong(value);
        if (millis < 1_000) {
            throw new IllegalArgumentException("is too short");
        }
        return Duration.ofMillis(millis);
    }

    private <T> T parsed(String name, String meaning, String value, Function<String, T> parse) {
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            complaints.add(name + " is wrong (" + meaning + "): " + e.getMessage());
            return null;
        }
    }
}
