package dev.aiwm.support.store;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Tables of a module. A bean of this type makes the store run {@code <location>-hsqldb.sql} or
 * {@code <location>-postgresql.sql} from the class path at every start, before anything else uses
 * the database; so scripts create what is absent and nothing else. Lower orders run first; the
 * tables of events have order 0.
 */
public record SchemaScript(int order, String location) {

    public SchemaScript {
        requireNonNull(location, "location is null");
    }

    String resourceFor(Dialect dialect) {
        return location + "-" + dialect.name().toLowerCase(Locale.ROOT) + ".sql";
    }
}
