package dev.aiwm.command.gateway;

import dev.aiwm.contracts.protocol.CloseCode;

import org.springframework.context.SmartLifecycle;

import java.time.Duration;

/** Agents are told to come back; what they had not said yet they say to who comes next. */
final class GatewayFarewell implements SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final LiveSessions sessions;
    private final GatewayOpen open;
    private volatile boolean running;

    GatewayFarewell(LiveSessions sessions, GatewayOpen open) {
        this.sessions = sessions;
        this.open = open;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.set(false);
        sessions.open()
                .forEach(session -> session.close(CloseCode.GOING_AWAY, "the controller stops"));
        try {
            sessions.awaitNone(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first to stop: before the web server, the rest of the gateway and the stores. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
