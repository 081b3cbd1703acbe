package dev.aiwm.command.gateway;

import dev.aiwm.command.outbox.OutboxMessage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
        private volatile boolean acknowledged;
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

    /** Notes that the message is sent now if it needs to be. */
    Need take(OutboxMessage message) {
        Sent before = sent.get(message.key());
        boolean isNew = before == null || !before.message.messageId().equals(message.messageId());
        if (!isNew) {
            boolean overdue =
                    !before.acknowledged && nanos.getAsLong() - before.at > redeliverAfterNanos;
            if (!overdue) {
                return Need.NONE;
            }
        } else if (before != null && before.message.position() > message.position()) {
            return Need.NONE;
        }
        Instant firstAt = isNew ? clock.instant() : before.firstAt;
        sent.put(message.key(), new Sent(message, nanos.getAsLong(), firstAt));
        return isNew ? Need.NEW : Need.AGAIN;
    }

    /** Forgets all but these. */
    void keepOnly(Set<String> keys) {
        sent.keySet().retainAll(keys);
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
