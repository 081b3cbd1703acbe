package dev.aiwm.command.gateway;

import dev.aiwm.web.defaults.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * @param silence after which a node is fenced that says nothing
 * @param heartbeatInterval that agents are asked to keep
 * @param metricsInterval that agents are asked to keep
 * @param registerWithin how long a connection may be open without a registration
 * @param maxMessage largest message of an agent
 * @param rate messages per second that an agent may send for long
 * @param burst messages that it may send at once
 * @param backlog messages of one node that wait to be handled
 * @param redeliverAfter how long to wait for the acknowledgement of a command
 * @param acknowledgeWithin after which an attempt has failed that an agent, connected all the time,
 *     does not acknowledge
 * @param attemptsPerNode that a node is at at a time; others wait their turn
 * @param sweepInterval between looks for commands that nobody announced
 * @param queuedMessages messages that may wait for an agent to read them
 * @param queuedBytes size of those
 * @param liveCalls that a node carries out at a time
 * @param threads that work for all nodes together
 */
@ConfigurationProperties("aiwm.gateway")
record GatewaySettings(
        @DefaultValue("90s") Duration silence,
        @DefaultValue("30s") Duration heartbeatInterval,
        @DefaultValue("30s") Duration metricsInterval,
        @DefaultValue("10s") Duration registerWithin,
        @DefaultValue("1MB") DataSize maxMessage,
        @DefaultValue("500") int rate,
        @DefaultValue("2000") int burst,
        @DefaultValue("5000") int backlog,
        @DefaultValue("15s") Duration redeliverAfter,
        @DefaultValue("2m") Duration acknowledgeWithin,
        @DefaultValue("16") int attemptsPerNode,
        @DefaultValue("1s") Duration sweepInterval,
        @DefaultValue("20000") int queuedMessages,
        @DefaultValue("32MB") DataSize queuedBytes,
        @DefaultValue("256") int liveCalls,
        @DefaultValue("16") int threads) {
    GatewaySettings {
        Bounds.positive("aiwm.gateway.heartbeat-interval", heartbeatInterval);
        Bounds.positive("aiwm.gateway.metrics-interval", metricsInterval);
        Bounds.positive("aiwm.gateway.register-within", registerWithin);
        Bounds.positive("aiwm.gateway.max-message", maxMessage.toBytes());
        Bounds.positive("aiwm.gateway.rate", rate);
        Bounds.positive("aiwm.gateway.burst", burst);
        Bounds.positive("aiwm.gateway.backlog", backlog);
        Bounds.positive("aiwm.gateway.redeliver-after", redeliverAfter);
        Bounds.positive("aiwm.gateway.attempts-per-node", attemptsPerNode);
        Bounds.positive("aiwm.gateway.sweep-interval", sweepInterval);
        Bounds.positive("aiwm.gateway.queued-messages", queuedMessages);
        Bounds.positive("aiwm.gateway.queued-bytes", queuedBytes.toBytes());
        Bounds.positive("aiwm.gateway.live-calls", liveCalls);
        Bounds.positive("aiwm.gateway.threads", threads);
        boolean sensible =
                silence.compareTo(heartbeatInterval) > 0
                        && acknowledgeWithin.compareTo(redeliverAfter) > 0;
        if (!sensible) {
            throw new IllegalArgumentException(
                    "aiwm.gateway: silence must be longer than heartbeat-interval, and"
                            + " acknowledge-within longer than redeliver-after");
        }
    }
}
