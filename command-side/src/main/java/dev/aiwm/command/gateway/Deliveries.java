package dev.aiwm.command.gateway;

import dev.aiwm.command.outbox.OutboxMessage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What was sent to an agent over one connection, by step. A new connection knows of nothing, so all
 * that is out is sent over it again.
 */
final class Deliveries {
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private final long redeliverAfterNanos;
    private final LongSupplier nanos;
    private final Clock clock;

    /** One command on its way, and what is known of its progress. */
    private static final class Sent {
        private final OutboxMessage message;
        private final long at;
        private final Instant firstAt;
        private volatile boolean told;
        private volatile boolean acknowledged;
        private volatile boolean ended;
        private volatile int percent;

        private Sent(OutboxMessage message, long at, Instant firstAt) {
            this.message = message;
            this.at = at;
            this.firstAt = firstAt;
        }
    }

    /** Whether and why to send. */
    enum Need {
        NEW,
        AGAIN,
        NONE
    }

    Deliveries(Duration redeliverAfter, LongSupplier nanos, Clock clock) {
        this.redeliverAfterNanos = redeliverAfter.toNanos();
        this.nanos = nanos;
        this.clock = clock;
    }

    Need needOf(OutboxMessage message) {
        Sent before = sent.get(message.key());
        boolean isNew = before == null || !before.message.messageId().equals(message.messageId());
        if (!isNew) {
            boolean overdue =
                    !before.acknowledged && nanos.getAsLong() - before.at > redeliverAfterNanos;
            return overdue ? Need.AGAIN : Need.NONE;
        }
        boolean superseded = before != null && before.message.position() > message.position();
        return superseded ? Need.NONE : Need.NEW;
    }

    /** The message is sent now; returns it as it goes out. */
    OutboxMessage sending(OutboxMessage message) {
        Sent before = sent.get(message.key());
        boolean again = before != null && before.message.messageId().equals(message.messageId());
        OutboxMessage out = again ? before.message : message;
        Instant firstAt = again ? before.firstAt : clock.instant();
        var now = new Sent(out, nanos.getAsLong(), firstAt);
        now.told = again && before.told;
        sent.put(message.key(), now);
        return out;
    }

    /** Forgets all but these, of what was dispatched up to there. */
    void keepOnly(Set<String> keys, long upTo) {
        sent.entrySet()
                .removeIf(
                        entry ->
                                !keys.contains(entry.getKey())
                                        && entry.getValue().message.position() <= upTo);
    }

    /** How many attempts of whom the agent is at. */
    Map<String, Integer> underWay() {
        var byOrg = new HashMap<String, Integer>();
        for (Sent each : sent.values()) {
            if (!each.ended) {
                byOrg.merge(NodeQueue.orgOf(each.message), 1, Integer::sum);
            }
        }
        return byOrg;
    }

    /** What the agent has had for so long, when it was sent first: nobody has told of it yet. */
    Map<OutboxMessage, Instant> untold(Duration time) {
        Instant before = clock.instant().minus(time);
        var untold = new HashMap<OutboxMessage, Instant>();
        for (Sent each : sent.values()) {
            if (!each.told && !each.acknowledged && each.firstAt.isBefore(before)) {
                untold.put(each.message, each.firstAt);
            }
        }
        return untold;
    }

    /** That this was sent has been told. */
    void told(OutboxMessage message) {
        Sent known = sent.get(message.key());
        if (known != null && known.message.messageId().equals(message.messageId())) {
            known.told = true;
        }
    }

    /** Commands that the agent has had for so long and has not acknowledged, though it speaks. */
    List<OutboxMessage> unacknowledgedFor(Duration time, Instant heardAt) {
        Instant before = clock.instant().minus(time);
        return sent.values().stream()
                .filter(each -> !each.acknowledged && each.firstAt.isBefore(before))
                .filter(each -> each.firstAt.isBefore(heardAt))
                .map(each -> each.message)
                .toList();
    }

    /** The agent has said how the attempt ended; another may take its place. */
    void ended(String key, int attempt, boolean compensation) {
        Sent known = sent.get(key);
        if (known != null && isOf(known.message, attempt, compensation)) {
            known.acknowledged = true;
            known.ended = true;
        }
    }

    /** The agent has it; says whether that is news. */
    boolean acknowledged(String key, int attempt, boolean compensation) {
        Sent known = sent.get(key);
        if (known == null || !isOf(known.message, attempt, compensation)) {
            return true;
        }
        boolean news = !known.acknowledged;
        known.acknowledged = true;
        return news;
    }

    /** Whether progress is so much further that it should be told. */
    boolean progressed(String key, int attempt, int percent, int leastStep) {
        Sent known = sent.get(key);
        if (known == null || !isOf(known.message, attempt, false)) {
            return true;
        }
        if (percent < known.percent + leastStep && percent < 100 || percent <= known.percent) {
            return false;
        }
        known.percent = percent;
        return true;
    }

    /** When an attempt was sent over this connection first; null when it was not. */
    Instant firstSentAt(String key, int attempt, boolean compensation) {
        Sent known = sent.get(key);
        return known != null && isOf(known.message, attempt, compensation) ? known.firstAt : null;
    }

    /** The command that a report is about; null when it was not sent over this connection. */
    OutboxMessage find(String key, int attempt, boolean compensation) {
        Sent known = sent.get(key);
        return known != null && isOf(known.message, attempt, compensation) ? known.message : null;
    }

    private static boolean isOf(OutboxMessage message, int attempt, boolean compensation) {
        return message.data().attempt() == attempt && message.data().compensation() == compensation;
    }
}
