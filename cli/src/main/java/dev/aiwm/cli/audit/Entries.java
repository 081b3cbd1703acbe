package dev.aiwm.cli.audit;

import dev.aiwm.cli.http.Query;

import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.function.Function;

/** Which events are wanted. */
final class Entries {
    @Option(names = "--from", paramLabel = "INSTANT", description = "not before; as in 7d")
    private String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "not after; as in 1h")
    private String to;

    @Option(names = "--type", paramLabel = "EVENT", description = "names of events, by comma")
    private String type;

    @Option(names = "--actor", paramLabel = "ACTOR", description = "who or what caused them")
    private String actor;

    @Option(names = "--oldest", description = "the oldest first")
    private boolean oldest;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "so many (default: ${DEFAULT-VALUE}); 0 is all")
    private int limit;

    Query add(Query query, Function<String, Instant> instant) {
        return query.with("from", instant.apply(from))
                .with("to", instant.apply(to))
                .with("type", type)
                .with("actor", actor)
                .with("order", oldest ? "oldest" : null);
    }

    int limit() {
        return limit;
    }
}
