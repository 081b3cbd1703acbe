package dev.aiwm.command.clock;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.support.lease.Leases;
import dev.aiwm.support.messaging.Rejections;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends what is due, in the order in which it is due. An aggregate takes a deadline that is no
 * longer its own for nothing; so one may be met twice, after a crash or by two replicas whose
 * clocks differ, and only the first counts. What stays due although it was sent is sent again after
 * a while. Not safe for several threads.
 */
final class DueClock {
    static final String LEASE = "clock";
    private static final Logger LOGGER = LoggerFactory.getLogger(DueClock.class);
    private static final int BATCH = 256;

    /** Events on their way into the index while the clock looks. */
    private static final int ON_THE_WAY = 64;

    private static final long NOT_CAUGHT_UP_MILLIS = 50;

    /** Time for what was sent to leave the index. */
    private static final long BETWEEN_BATCHES_MILLIS = 20;

    private static final long PATIENCE_SECONDS = 30;

    private final Deadlines deadlines;
    private final Leases leases;
    private final CommandGateway commands;
    private final Clock clock;
    private final ClockSettings settings;

    /** By id: which deadline was sent, and not before when to send it again. */
    private final Map<String, Sent> sent = new HashMap<>();

    private record Sent(long position, long againAt) {}

    DueClock(
            Deadlines deadlines,
            Leases leases,
            CommandGateway commands,
            Clock clock,
            ClockSettings settings) {
        this.deadlines = deadlines;
        this.leases = leases;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
    }

    /** Sends what is due and returns in how many milliseconds to look again. */
    long check() {
        long longest = settings.checkInterval().toMillis();
        if (!leases.hold(LEASE)) {
            return Math.min(longest, TimeUnit.SECONDS.toMillis(5));
        }
        if (!deadlines.areCaughtUp(ON_THE_WAY)) {
            return NOT_CAUGHT_UP_MILLIS;
        }
        long now = clock.millis();
        List<Deadline> due = deadlines.dueBy(now, BATCH);
        List<Deadline> fresh = fresh(due, now);
        fresh.forEach(deadline -> send(deadline, now));
        if (due.size() == BATCH) {
            return BETWEEN_BATCHES_MILLIS;
        }
        long next = deadlines.nextAfter(now).orElse(now + longest);
        return Math.max(0, Math.min(longest, next - clock.millis()));
    }

    /** Those that were not sent lately; forgets what is no longer due. */
    private List<Deadline> fresh(List<Deadline> due, long now) {
        var fresh = new ArrayList<Deadline>();
        for (Deadline deadline : due) {
            Sent before = sent.get(deadline.id());
            boolean waits =
                    before != null
                            && before.position() == deadline.position()
                            && before.againAt() > now;
            if (!waits) {
                fresh.add(deadline);
            }
        }
        sent.values().removeIf(old -> old.againAt() <= now);
        return fresh;
    }

    private void send(Deadline deadline, long now) {
        sent.put(
                deadline.id(),
                new Sent(deadline.position(), now + settings.checkInterval().toMillis()));
        var metadata = new HashMap<String, Object>();
        metadata.put(MetadataKeys.ACTOR, LEASE);
        metadata.put(MetadataKeys.ORIGIN, LEASE);
        if (deadline.correlationId() != null) {
            metadata.put(MetadataKeys.CORRELATION_ID, deadline.correlationId());
        }
        var message =
                GenericCommandMessage.asCommandMessage(deadline.command()).andMetaData(metadata);
        try {
            commands.sendAndWait(message, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            if (Rejections.in(e).isPresent()) {
                LOGGER.debug("{} counts no more: {}", deadline.id(), e.getMessage());
            } else {
                LOGGER.warn("{} could not be met and is tried again", deadline.id(), e);
            }
        }
    }
}
