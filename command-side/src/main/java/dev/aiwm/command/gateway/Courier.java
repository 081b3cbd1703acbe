package dev.aiwm.command.gateway;

import dev.aiwm.command.outbox.Outbox;
import dev.aiwm.command.outbox.OutboxMessage;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.support.messaging.Rejections;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Brings commands from the outbox to the agents: at once when they appear, all that are out when an
 * agent has registered, and again those that it does not acknowledge. Of each node in the order of
 * the log, and by the process that has its session alone.
 */
final class Courier {
    private static final Logger LOGGER = LoggerFactory.getLogger(Courier.class);

    private final Outbox outbox;
    private final LiveSessions sessions;
    private final ChannelJson json;
    private final ReportedSteps reports;
    private final GatewayMetrics metrics;
    private final Clock clock;

    Courier(
            Outbox outbox,
            LiveSessions sessions,
            ChannelJson json,
            ReportedSteps reports,
            GatewayMetrics metrics,
            Clock clock,
            Executor reading) {
        this.outbox = outbox;
        this.sessions = sessions;
        this.json = json;
        this.reports = reports;
        this.metrics = metrics;
        this.clock = clock;
        outbox.onNew(keys -> reading.execute(() -> bring(keys)));
    }

    /** The agent has been told that it is registered: now it gets all that is out for it. */
    void greet(NodeSession session) {
        session.outbound()
                .execute(
                        () -> {
                            session.greeted();
                            deliver(session, outbox.of(Set.of(session.nodeId().value())));
                        });
    }

    private void bring(Set<String> keys) {
        if (sessions.connectedCount() == 0) {
            return;
        }
        try {
            outbox.withKeys(keys).stream()
                    .collect(Collectors.groupingBy(OutboxMessage::nodeId))
                    .forEach(this::bring);
        } catch (RuntimeException e) {
            LOGGER.warn("New commands wait for the next sweep", e);
        }
    }

    private void bring(String nodeId, List<OutboxMessage> messages) {
        NodeSession session = sessions.live(NodeId.of(nodeId));
        if (session != null) {
            session.outbound().execute(() -> deliver(session, messages));
        }
    }

    /** Finds what nobody announced, and what was not acknowledged in time. */
    void sweep() {
        var live = sessions.live();
        if (live.isEmpty()) {
            return;
        }
        var nodeIds = live.stream().map(session -> session.nodeId().value()).toList();
        var messages =
                outbox.of(nodeIds).stream().collect(Collectors.groupingBy(OutboxMessage::nodeId));
        for (NodeSession session : live) {
            var mine = messages.getOrDefault(session.nodeId().value(), List.of());
            session.outbound()
                    .execute(
                            () -> {
                                session.deliveries().keepOnly(keys(mine));
                                deliver(session, mine);
                            });
        }
    }

    private static Set<String> keys(List<OutboxMessage> messages) {
        return messages.stream().map(OutboxMessage::key).collect(Collectors.toSet());
    }

    private void deliver(NodeSession session, List<OutboxMessage> messages) {
        if (!session.isGreeted() || session.isClosed() || !sessions.isNewest(session)) {
            return;
        }
        for (OutboxMessage message : messages) {
            switch (session.deliveries().take(message)) {
                case NEW -> send(session, message, false);
                case AGAIN -> send(session, message, true);
                case NONE -> LOGGER.trace("{} is on its way", message.messageId());
            }
        }
    }

    private void send(NodeSession session, OutboxMessage message, boolean again) {
        String text;
        try {
            text =
                    json.write(
                            message.type(),
                            message.messageId(),
                            clock.instant(),
                            message.subject(),
                            message.data());
        } catch (RuntimeException e) {
            undeliverable(session, message, e);
            return;
        }
        session.send(text);
        metrics.sent(message.type(), again);
    }

    /** A secret that was deleted does not come back; anything else may work the next time. */
    private void undeliverable(NodeSession session, OutboxMessage message, RuntimeException fault) {
        Rejection refusal = Rejections.in(fault).orElse(null);
        LOGGER.warn(
                "{} cannot be written: {}", message.messageId(), fault.getClass().getSimpleName());
        if (refusal != null) {
            session.inbound()
                    .execute(() -> reports.undeliverable(session, message, refusal.getMessage()));
        }
    }
}
