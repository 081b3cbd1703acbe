package dev.aiwm.command.gateway;

import dev.aiwm.contracts.protocol.CloseCode;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What the gateway does by itself from the start of the program to its end. */
final class GatewayRun implements SmartLifecycle {
    private static final Logger LOGGER = LoggerFactory.getLogger(GatewayRun.class);
    private static final long FLUSH_MILLIS = 500;
    private static final long FORGET_MILLIS = Duration.ofMinutes(30).toMillis();
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(5);
    private static final int CHECKS_PER_SILENCE = 10;
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final LiveSessions sessions;
    private final Courier courier;
    private final Liveness liveness;
    private final Runnable writeTelemetry;
    private final Runnable forgetOldTelemetry;
    private final SessionWatch watch;
    private final EventLog log;
    private final EventTail tail;
    private final GatewaySettings settings;
    private final GatewayOpen open;
    private ScheduledExecutorService timer;
    private EventTail.Following following;

    GatewayRun(
            LiveSessions sessions,
            Courier courier,
            Liveness liveness,
            Runnable writeTelemetry,
            Runnable forgetOldTelemetry,
            SessionWatch watch,
            EventLog log,
            EventTail tail,
            GatewaySettings settings,
            GatewayOpen open) {
        this.sessions = sessions;
        this.courier = courier;
        this.liveness = liveness;
        this.writeTelemetry = writeTelemetry;
        this.forgetOldTelemetry = forgetOldTelemetry;
        this.watch = watch;
        this.log = log;
        this.tail = tail;
        this.settings = settings;
        this.open = open;
    }

    @Override
    public void start() {
        Position head = log.head();
        courier.listensFrom(head);
        following = tail.follow(head, this::hear);
        timer =
                Executors.newScheduledThreadPool(
                        2,
                        task -> {
                            var thread = new Thread(task, "gateway-timer");
                            thread.setDaemon(true);
                            return thread;
                        });
        Duration tenth = settings.silence().dividedBy(CHECKS_PER_SILENCE);
        Duration check = tenth.compareTo(LONGEST_CHECK) < 0 ? tenth : LONGEST_CHECK;
        every(settings.sweepInterval().toMillis(), courier::sweep);
        every(check.toMillis(), liveness::check);
        every(FLUSH_MILLIS, writeTelemetry);
        every(FORGET_MILLIS, forgetOldTelemetry);
        open.set(true);
    }

    /** What cannot be done with an event is found by the next sweep, and others follow. */
    private void hear(LoggedEvent event) {
        carefully(() -> watch.on(event));
        carefully(() -> courier.on(event));
    }

    private void every(long millis, Runnable work) {
        var unused =
                timer.scheduleWithFixedDelay(
                        () -> carefully(work), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOGGER.warn("The gateway tries again in a while", e);
        }
    }

    /** Agents are told to come back; what they had not said yet they say to who comes next. */
    @Override
    public void stop() {
        open.set(false);
        sessions.open()
                .forEach(session -> session.close(CloseCode.GOING_AWAY, "the controller stops"));
        timer.shutdown();
        following.close();
        carefully(writeTelemetry);
        try {
            sessions.awaitNone(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open.getAsBoolean();
    }

    /** The first to stop: before the projections, the stores and the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
