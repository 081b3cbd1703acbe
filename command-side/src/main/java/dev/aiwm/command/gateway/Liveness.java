package dev.aiwm.command.gateway;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.node.command.FenceNode;
import dev.aiwm.contracts.protocol.CloseCode;
import dev.aiwm.support.lease.Leases;
import dev.aiwm.support.messaging.Rejections;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Has nodes fenced that say nothing for too long: those connected here by their own session, and,
 * by one replica for all, those that count as online but that no replica hears. After a restart of
 * the controller every node has the whole time to come back.
 */
final class Liveness {
    static final String LEASE = "liveness";
    private static final Logger LOGGER = LoggerFactory.getLogger(Liveness.class);
    private static final String REASON = "MISSED_HEARTBEATS";
    private static final long PATIENCE_SECONDS = 30;

    private final LiveSessions sessions;
    private final SessionRecords records;
    private final OnlineNodes online;
    private final Leases leases;
    private final CommandGateway commands;
    private final Answers answers;
    private final GatewayMetrics metrics;
    private final GatewaySettings settings;
    private final Clock clock;
    private final Instant startedAt;

    Liveness(
            LiveSessions sessions,
            SessionRecords records,
            OnlineNodes online,
            Leases leases,
            CommandGateway commands,
            Answers answers,
            GatewayMetrics metrics,
            GatewaySettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.records = records;
        this.online = online;
        this.leases = leases;
        this.commands = commands;
        this.answers = answers;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    void check() {
        Instant now = clock.instant();
        for (NodeSession session : sessions.open()) {
            Duration waited = Duration.between(session.openedAt(), now);
            if (!session.isRegistered() && waited.compareTo(settings.registerWithin()) >= 0) {
                answers.close(session, CloseCode.TRY_AGAIN_LATER, "no node.register in time");
            }
        }
        var live = sessions.live();
        records.note(live);
        for (NodeSession session : live) {
            if (isSilent(session.heardAt(), now)) {
                fence(session.nodeId(), session.epoch());
                answers.close(session, CloseCode.TRY_AGAIN_LATER, "silent for too long");
            }
        }
        if (leases.hold(LEASE)) {
            fenceTheLost(now);
        }
    }

    private void fenceTheLost(Instant now) {
        Set<String> here = new HashSet<>();
        sessions.live().forEach(session -> here.add(session.nodeId().value()));
        var elsewhere =
                online.all().stream().filter(node -> !here.contains(node.nodeId())).toList();
        Map<String, Instant> heard =
                records.heard(elsewhere.stream().map(OnlineNodes.Online::nodeId).toList());
        for (OnlineNodes.Online node : elsewhere) {
            Instant last = later(startedAt, later(node.since(), heard.get(node.nodeId())));
            if (isSilent(last, now)) {
                fence(NodeId.of(node.nodeId()), node.epoch());
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private boolean isSilent(Instant heardAt, Instant now) {
        return Duration.between(heardAt, now).compareTo(settings.silence()) >= 0;
    }

    private void fence(NodeId nodeId, long epoch) {
        var message =
                GenericCommandMessage.asCommandMessage(new FenceNode(nodeId, epoch, REASON))
                        .andMetaData(
                                Map.of(MetadataKeys.ACTOR, LEASE, MetadataKeys.ORIGIN, "policy"));
        try {
            commands.sendAndWait(message, PATIENCE_SECONDS, TimeUnit.SECONDS);
            metrics.fenced();
            LOGGER.warn("{} is silent and was fenced, epoch {}", nodeId.value(), epoch);
        } catch (RuntimeException e) {
            Rejection refusal = Rejections.in(e).orElse(null);
            if (refusal == null) {
                LOGGER.warn("{} is silent and could not be fenced", nodeId.value(), e);
            } else {
                LOGGER.debug("{} was not fenced: {}", nodeId.value(), refusal.code());
            }
        }
    }
}
