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
        int atOnce,
        Path folder) {
    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);
    public static final Duration FIRST_REDIAL = Duration.ofMillis(500);
    public static final Duration LONGEST_REDIAL = Duration.ofSeconds(15);

    /** As many commands at a time as come in. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

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
                NO_LIMIT,
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
                atOnce,
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
                atOnce,
                folder);
    }

    /** The same for an agent that works on so many commands at a time. */
    public AgentSettings withAtOnce(int commands) {
        return new AgentSettings(
                controller,
                token,
                nodeId,
                nodeName,
                hostname,
                heartbeatEvery,
                metricsEvery,
                firstRedial,
                longestRedial,
                commands,
                folder);
    }

    @Override
    public String toString() {
        return "AgentSettings[" + nodeId.value() + " at " + controller + "]";
    }
}
