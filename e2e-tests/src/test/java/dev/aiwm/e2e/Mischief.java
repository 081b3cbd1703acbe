package dev.aiwm.e2e;

import java.time.Duration;
import java.util.Random;
import java.util.Set;

/** What happens to messages on a bad line, by a seed. */
final class Mischief {
    /** What may come in any order, because each stands for itself. */
    private static final Set<String> FREE_FROM_AGENT =
            Set.of("command.ack", "command.progress", "telemetry.heartbeat", "telemetry.metrics");

    private static final Set<String> IN_ORDER_TO_AGENT =
            Set.of("node.registered", "message.refused");

    private final Random random;
    private volatile boolean faithful;

    Mischief(long seed) {
        this.random = new Random(seed);
    }

    /** From now on every message arrives once, at once and in order. */
    void end() {
        faithful = true;
    }

    /** The connection is cut instead of bringing the message. */
    synchronized boolean loses() {
        return !faithful && random.nextInt(100) < 3;
    }

    synchronized boolean doubles() {
        return !faithful && random.nextInt(100) < 40;
    }

    /** Mostly none, at times short, rarely long. */
    synchronized Duration delay() {
        int dice = random.nextInt(100);
        if (faithful || dice < 50) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(random.nextInt(dice < 95 ? 20 : 400));
    }

    /** How long after the first a message comes a second time: perhaps when all is over. */
    synchronized Duration lateness() {
        return Duration.ofMillis(random.nextInt(random.nextInt(3) == 0 ? 20 : 600));
    }

    static boolean mayOvertake(boolean fromAgent, String type) {
        return fromAgent ? FREE_FROM_AGENT.contains(type) : !IN_ORDER_TO_AGENT.contains(type);
    }

    /** A result is repeated until it was taken, a command until it was answered: at any time. */
    static boolean mayRepeatLate(boolean fromAgent, String type) {
        return mayOvertake(fromAgent, type) || type.equals("command.result");
    }
}
