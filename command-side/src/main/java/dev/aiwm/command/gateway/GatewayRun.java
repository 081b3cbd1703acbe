package dev.aiwm.command.gateway;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What the gateway does by itself, from before the first agent can come until all have gone. */
final class GatewayRun implements SmartLifecycle {
    private static final Logger LOGGER = LoggerFactory.getLogger(GatewayRun.class);
    private static final long FLUSH_MILLIS = 500;
    private static final long FORGET_MILLIS = Duration.ofMinutes(30).toMillis();
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(5);
    private static final int CHECKS_PER_SILENCE = 10;

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
            Courier courier,
            Liveness liveness,
            Runnable writeTelemetry,
            Runnable forgetOldTelemetry,
            SessionWatch watch,
            EventLog log,
            EventTail tail,
            GatewaySettings settings,
            GatewayOpen open) {
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

    /** What agents have said last is written. */
    @Override
    public void stop() {
        timer.shutdown();
        following.close();
        carefully(writeTelemetry);
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** Starts before the web server: a fleet that comes back finds the gateway open. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
