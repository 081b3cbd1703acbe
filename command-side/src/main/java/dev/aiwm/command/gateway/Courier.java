package dev.aiwm.command.gateway;

import dev.aiwm.command.outbox.Outbox;
import dev.aiwm.command.outbox.OutboxMessage;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.messaging.Rejections;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings commands from the outbox to the agents: at once when they appear, all that are out when an
 * agent has registered, and again those that it does not acknowledge. A node is at so many attempts
 * at a time and gets the others in their turn ({@link NodeQueue}), by the process that has its
 * session alone.
 */
final class Courier {
    private static final Logger LOGGER = LoggerFactory.getLogger(Courier.class);

    /**
     * Whoever is sent later than this after its dispatch has waited; and whoever is not
     * acknowledged for so long waits for that.
     */
    private static final Duration LATE = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final LiveSessions sessions;
    private final ChannelJson json;
    private final ReportedSteps reports;
    private final GatewayMetrics metrics;
    private final Clock clock;
    private final GatewaySettings settings;
    private final ClaimsCheck claims;
    private final PlannedExecutions planned;
    private volatile long listensFrom = Long.MAX_VALUE;
    private volatile boolean whatWasBeforeIsKnown;

    Courier(
            Outbox outbox,
            LiveSessions sessions,
            ChannelJson json,
            ReportedSteps reports,
            GatewayMetrics metrics,
            Clock clock,
            GatewaySettings settings,
            ClaimsCheck claims) {
        this.outbox = outbox;
        this.sessions = sessions;
        this.json = json;
        this.reports = reports;
        this.metrics = metrics;
        this.clock = clock;
        this.settings = settings;
        this.claims = claims;
        this.planned = new PlannedExecutions(outbox);
        reports.onEnded(session -> session.outbound().execute(() -> goOn(session, Set.of())));
    }

    /** The agent has been told that it is registered: now it gets all that is out for it. */
    void greet(NodeSession session) {
        session.outbound()
                .execute(
                        () -> {
                            session.greeted();
                            var messages = outbox.of(Set.of(session.nodeId().value()));
                            deliver(session, messages, outbox.taken(messages));
                        });
    }

    /** Every event after this is told to {@link #on}. */
    void listensFrom(Position position) {
        listensFrom = position.value();
    }

    /**
     * Does not wait for the outbox, which finds whatever is not heard of here. What came before is
     * to be known first, as it may say something of what comes.
     */
    void on(LoggedEvent logged) {
        if (logged.payload() instanceof ExecutionEvent event) {
            planned.on(event);
            if (event instanceof StepDispatched dispatched && whatWasBeforeIsKnown()) {
                bring(dispatched, logged);
            }
        }
    }

    private boolean whatWasBeforeIsKnown() {
        if (!whatWasBeforeIsKnown) {
            whatWasBeforeIsKnown = outbox.position() >= listensFrom;
        }
        return whatWasBeforeIsKnown;
    }

    private void bring(StepDispatched dispatched, LoggedEvent logged) {
        NodeSession session = sessions.live(dispatched.nodeId());
        if (session != null) {
            var message = Outbox.messageOf(dispatched, logged);
            session.outbound().execute(() -> deliver(session, List.of(message), Set.of()));
        }
    }

    /** Finds what nobody announced, and what was not acknowledged in time. */
    void sweep() {
        var live = sessions.live();
        if (live.isEmpty()) {
            return;
        }
        long upTo = outbox.position();
        var nodeIds = live.stream().map(session -> session.nodeId().value()).toList();
        var messages =
                outbox.of(nodeIds).stream().collect(Collectors.groupingBy(OutboxMessage::nodeId));
        for (NodeSession session : live) {
            var mine = messages.getOrDefault(session.nodeId().value(), List.of());
            session.outbound().execute(() -> sweep(session, mine, upTo));
        }
    }

    private void sweep(NodeSession session, List<OutboxMessage> messages, long upTo) {
        if (!maySend(session)) {
            return;
        }
        Set<String> keys = keys(messages);
        session.deliveries().keepOnly(keys, upTo);
        session.queue().keepOnly(keys, upTo);
        for (OutboxMessage message :
                session.deliveries()
                        .unacknowledgedFor(settings.acknowledgeWithin(), session.heardAt())) {
            session.inbound()
                    .execute(
                            () ->
                                    reports.notAcknowledged(
                                            session, message, settings.acknowledgeWithin()));
        }
        session.deliveries()
                .untold(LATE)
                .forEach(
                        (message, at) ->
                                session.inbound()
                                        .execute(() -> reports.sent(session, message, at)));
        if (!session.queue().isEmpty()) {
            session.queue().prioritise(outbox.changedPriorities(session.queue().all()));
        }
        deliver(session, messages, Set.of());
    }

    private static Set<String> keys(List<OutboxMessage> messages) {
        return messages.stream().map(OutboxMessage::key).collect(Collectors.toSet());
    }

    /**
     * What the agent may not be told yet waits until it may.
     *
     * @param taken keys of those that the agent is known to have: they are under way already
     */
    private void deliver(NodeSession session, List<OutboxMessage> messages, Set<String> taken) {
        if (session.isClosed() || !sessions.isNewest(session)) {
            return;
        }
        var fresh = new HashSet<String>();
        for (OutboxMessage message : messages) {
            switch (session.deliveries().needOf(message)) {
                case NEW -> {
                    if (taken.contains(message.key())) {
                        send(session, session.deliveries().sending(message), false);
                    } else {
                        session.queue().add(message);
                        fresh.add(message.key());
                    }
                }
                case AGAIN -> send(session, session.deliveries().sending(message), true);
                case NONE -> LOGGER.trace("{} is on its way", message.messageId());
            }
        }
        goOn(session, fresh);
    }

    private boolean maySend(NodeSession session) {
        return session.isGreeted() && !session.isClosed() && sessions.isNewest(session);
    }

    /**
     * Sends what has its turn. What has waited may be over by now.
     *
     * @param fresh keys of what was just read
     */
    private void goOn(NodeSession session, Set<String> fresh) {
        while (maySend(session) && !session.queue().isEmpty()) {
            var underWay = session.deliveries().underWay();
            int busy = underWay.values().stream().mapToInt(Integer::intValue).sum();
            var next = new ArrayList<>(session.queue().takeUrgent());
            next.addAll(session.queue().take(settings.attemptsPerNode() - busy, underWay));
            if (next.isEmpty()) {
                return;
            }
            forgetWhatIsOver(next, fresh);
            var byUser = planned.among(next.stream().filter(ClaimsCheck::concerns).toList());
            for (OutboxMessage message : next) {
                if (!byUser.contains(message.data().executionId()) || mayBeDone(session, message)) {
                    sendFirst(session, message);
                }
            }
        }
    }

    private void forgetWhatIsOver(List<OutboxMessage> next, Set<String> fresh) {
        var waited = next.stream().filter(each -> !fresh.contains(each.key())).toList();
        if (waited.isEmpty()) {
            return;
        }
        long upTo = outbox.position();
        var out = outbox.messageIds(keys(waited));
        waited.stream()
                .filter(each -> each.position() <= upTo && !out.contains(each.messageId()))
                .forEach(next::remove);
    }

    /** What cannot be found out now is asked again with the next sweep. */
    private boolean mayBeDone(NodeSession session, OutboxMessage message) {
        try {
            Optional<String> refusal = claims.refusal(message);
            refusal.ifPresent(
                    why ->
                            session.inbound()
                                    .execute(() -> reports.withoutClaims(session, message, why)));
            return refusal.isEmpty();
        } catch (RuntimeException e) {
            LOGGER.warn("{} waits: its claims are not known", message.messageId(), e);
            return false;
        }
    }

    /** What had to wait has its time from now, and that is told. */
    private void sendFirst(NodeSession session, OutboxMessage message) {
        Instant now = clock.instant();
        boolean late = Duration.between(message.queuedAt(), now).compareTo(LATE) > 0;
        var out = session.deliveries().sending(late ? message.sentAt(now) : message);
        if (late) {
            session.inbound().execute(() -> reports.sent(session, out, now));
        }
        send(session, out, false);
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
