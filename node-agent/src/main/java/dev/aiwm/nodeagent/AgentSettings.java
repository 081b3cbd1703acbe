package dev.aiwm.nodeagent;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What an agent must know before it starts. An interval that is absent is the controller's choice.
 */
public record AgentSettings(
        URI controller,
        String token,
        NodeId nodeId,
        String nodeName,
        String hostname,
        Duration heartbeatEvery,
        Duration metricsEvery,
        Duration firstRedial,
        Duration longestRedial,
        Path folder) {
    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);
    public static final Duration FIRST_REDIAL = Duration.ofMillis(500);
    public static final Duration LONGEST_REDIAL = Duration.ofSeconds(15);

    public AgentSettings {
        requireNonNull(controller, "controller is null");
        requireNonNull(token, "token is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(nodeName, "nodeName is null");
        requireNonNull(firstRedial, "firstRedial is null");
        requireNonNull(longestRedial, "longestRedial is null");
        requireNonNull(folder, "folder is null");
    }

    /** An agent with the usual intervals, named as its node. */
    public static AgentSettings of(URI controller, String token, NodeId nodeId, Path folder) {
        return new AgentSettings(
                controller,
                token,
                nodeId,
                nodeId.value(),
                null,
                null,
                null,
                FIRST_REDIAL,
                LONGEST_REDIAL,
                folder);
    }

    /**
     * From the variables of R103; an {@link IllegalArgumentException} names every one that is
     * missing or wrong.
     */
    public static AgentSettings fromEnvironment(Map<String, String> environment) {
        return AgentEnvironment.read(environment);
    }

    public AgentSettings withIntervals(Duration heartbeat, Duration metrics) {
        return new AgentSettings(
                controller,
                token,
                nodeId,
                nodeName,
                hostname,
                heartbeat,
                metrics,
                firstRedial,
                longestRedial,
                folder);
    }

    public AgentSettings withRedial(Duration first, Duration longest) {
        return new AgentSettings(
                controller,
                token,
                nodeId,
                nodeName,
                hostname,
                heartbeatEvery,
                metricsEvery,
                first,
                longest,
                folder);
    }

    @Override
    public String toString() {
        return "AgentSettings[" + nodeId.value() + " at " + controller + "]";
    }
}
