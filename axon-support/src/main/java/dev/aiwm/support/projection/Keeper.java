package dev.aiwm.support.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * Keeps what this process runs in step with the persisted aliases. Every replica does the same:
 * they build the next generation together, whoever sees first that it has caught up switches the
 * alias, and the others follow.
 */
final class Keeper {
    private static final Logger LOGGER = LoggerFactory.getLogger(Keeper.class);

    /** Until every replica has surely noticed a switch. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Aliases aliases;
    private final Generations generations;
    private final Clock clock;

    Keeper(Aliases aliases, Generations generations, Clock clock) {
        this.aliases = aliases;
        this.generations = generations;
        this.clock = clock;
    }

    /** Says whether something is being built, so that it is worth looking again soon. */
    boolean tend(Registration projection) {
        Alias alias = aliases.ensure(projection.name(), projection.version());
        if (alias.active().version() != projection.version()
                && !isBuiltBy(projection, alias.next())) {
            aliases.order(alias, projection.version(), "start");
            alias = aliases.ensure(projection.name(), projection.version());
        }
        Map<Integer, Generation> running = projection.running();
        var active = run(projection, alias.active(), false);
        if (projection.active() != active) {
            projection.activate(active);
        }
        Generation next = null;
        if (isBuiltBy(projection, alias.next())) {
            next = run(projection, alias.next(), true);
        }
        stopOthers(running.values(), active, next);
        dropRetired(alias);
        return next != null && !takeOver(projection, alias, active, next);
    }

    private static boolean isBuiltBy(Registration projection, Alias.Entry next) {
        return next != null && next.version() == projection.version();
    }

    private Generation run(Registration projection, Alias.Entry entry, boolean rebuild) {
        return projection
                .running()
                .computeIfAbsent(
                        entry.generation(),
                        number -> generations.start(projection, number, rebuild));
    }

    /** Positions are compared in this order, so that what answers does not go back. */
    private boolean takeOver(
            Registration projection, Alias alias, Generation active, Generation next) {
        var answered = active.position();
        if (next.error() != null || answered.isAfter(next.position())) {
            return false;
        }
        if (aliases.takeOver(alias)) {
            projection.activate(next);
            LOGGER.info("{} is answered by generation {}", projection.name(), next.number());
        }
        return true;
    }

    private static void stopOthers(
            Collection<Generation> running, Generation active, Generation next) {
        for (Iterator<Generation> all = running.iterator(); all.hasNext(); ) {
            Generation generation = all.next();
            if (generation != active && generation != next) {
                generation.stop();
                all.remove();
            }
        }
    }

    private void dropRetired(Alias alias) {
        Instant old = clock.instant().minus(GRACE);
        for (Alias.Retired retired : alias.retired()) {
            if (retired.at().isBefore(old)) {
                generations.drop(alias.name(), retired.generation());
                aliases.forget(alias.name(), retired.generation());
            }
        }
    }
}
