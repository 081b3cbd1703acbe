package dev.aiwm.e2e;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A user who asks any replica of the side that answers such requests, and once more when that one
 * dies or says that it cannot answer now: as the edge proxy and a patient client do together.
 */
final class AnyReplica extends Api {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int UNAVAILABLE = 503;

    private final EdgeTemplate edge = new EdgeTemplate();
    private final List<Api> commandSides;
    private final List<Api> querySides;

    private AnyReplica(String token, Sides sides) {
        super(sides.commandSides().get(0).url(), token);
        commandSides = users(sides.commandSides(), token);
        querySides = users(sides.querySides(), token);
    }

    static AnyReplica of(Sides sides) {
        return new AnyReplica(sides.commandSides().get(0).api().token(), sides);
    }

    private static List<Api> users(List<Product> replicas, String token) {
        return replicas.stream().map(replica -> new Api(replica.url(), token)).toList();
    }

    @Override
    Answer send(String method, String path, String body, Map<String, String> headers) {
        boolean decides = edge.sideOf(method, path.split("\\?", 2)[0]) == EdgeTemplate.Side.COMMAND;
        var replicas = decides ? commandSides : querySides;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var replica = replicas.get(ThreadLocalRandom.current().nextInt(replicas.size()));
            try {
                var answer = replica.send(method, path, body, headers);
                if (answer.status() != UNAVAILABLE || System.nanoTime() > until) {
                    return answer;
                }
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
