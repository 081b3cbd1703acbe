package dev.aiwm.support.projection;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.Position;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The projections of this process. A module adds its own while it is wired; they run from the start
 * of the program to its end, and can be rebuilt at any time while the old answers stay.
 */
public final class Projections implements SmartLifecycle {
    private static final Logger LOGGER = LoggerFactory.getLogger(Projections.class);
    private static final long IDLE_MILLIS = 1_000;
    private static final long BUILDING_MILLIS = 20;
    private static final long LOOK_MILLIS = 2;

    /** Before the web server lets requests in, and until after it has let the last one out. */
    private static final int PHASE = Integer.MAX_VALUE - 8_192;

    private final String side;
    private final EventLog log;
    private final Aliases aliases;
    private final Generations generations;
    private final Keeper keeper;
    private final Map<String, Registration> registered = new LinkedHashMap<>();
    private final Map<String, Supplier<ProjectionCheck>> checks = new HashMap<>();
    private final ProjectionThreads rounds = ProjectionThreads.of("projection-keeper", 1);
    private volatile boolean running;
    private ScheduledFuture<?> nextRound;

    Projections(
            String side, EventLog log, Aliases aliases, Generations generations, Keeper keeper) {
        this.side = side;
        this.log = log;
        this.aliases = aliases;
        this.generations = generations;
        this.keeper = keeper;
    }

    /** Whose database they write: {@code command} or {@code query}. */
    public String side() {
        return side;
    }

    public <S, E> ReadModel<S> add(FoldProjection<S, E> projection) {
        return add(projection, Pace.STEADY);
    }

    public <S, E> ReadModel<S> add(FoldProjection<S, E> projection, Pace pace) {
        var documents = new StateDocuments<>(projection.state(), projection.fields());
        var registration =
                new Registration(
                        projection.name(),
                        projection.version(),
                        List.of(projection.family()),
                        projection.indexes(),
                        pace,
                        (collection, written) ->
                                new FoldWriter<>(projection, collection, log, written));
        register(registration);
        synchronized (registered) {
            checks.put(registration.name(), () -> check(registration, projection));
        }
        return new FoldReadModel<>(registration, documents, log);
    }

    private <S, E> ProjectionCheck check(
            Registration registration, FoldProjection<S, E> projection) {
        var documents = new StateDocuments<>(projection.state(), projection.fields());
        Generation answering = registration.active();
        return new FoldCheck<>(projection, documents, log)
                .compare(
                        registration.name(),
                        answering.number(),
                        answering.position(),
                        answering.collection());
    }

    /**
     * Compares a read model with a fold of the log from nothing, while both go on; empty when there
     * is no read model of this name. An index has nothing that it could be compared with.
     */
    public Optional<ProjectionCheck> verify(String name) {
        Supplier<ProjectionCheck> check;
        synchronized (registered) {
            check = checks.get(name);
        }
        return Optional.ofNullable(check).map(Supplier::get);
    }

    public IndexModel add(IndexProjection projection) {
        var registration =
                new Registration(
                        projection.name(),
                        projection.version(),
                        projection.families(),
                        projection.indexes(),
                        Pace.PROMPT,
                        (collection, written) -> new IndexWriter(projection, collection, written));
        register(registration);
        return new RegisteredIndex(registration, log);
    }

    private void register(Registration registration) {
        synchronized (registered) {
            if (registered.putIfAbsent(registration.name(), registration) != null) {
                throw new IllegalArgumentException("two projections " + registration.name());
            }
        }
    }

    private List<Registration> all() {
        synchronized (registered) {
            return List.copyOf(registered.values());
        }
    }

    @Override
    public void start() {
        running = true;
        all().forEach(keeper::tend);
        scheduleRound(BUILDING_MILLIS);
    }

    private synchronized void scheduleRound(long delay) {
        if (nextRound != null) {
            nextRound.cancel(false);
        }
        nextRound = running ? rounds.schedule(this::round, delay, TimeUnit.MILLISECONDS) : null;
    }

    private void round() {
        boolean building = false;
        for (Registration registration : all()) {
            try {
                building |= running && keeper.tend(registration);
            } catch (RuntimeException e) {
                LOGGER.warn("Cannot look after projection {}", registration.name(), e);
            }
        }
        scheduleRound(building ? BUILDING_MILLIS : IDLE_MILLIS);
    }

    /** Orders a rebuild, unless one is under way; any replica may be asked. */
    public Optional<ProjectionStatus> rebuild(String name, String by) {
        Registration registration = find(name);
        if (registration == null) {
            return Optional.empty();
        }
        Alias alias = aliases.ensure(name, registration.version());
        aliases.order(alias, registration.version(), by);
        scheduleRound(0);
        return Optional.of(statusOf(registration, log.head()));
    }

    private Registration find(String name) {
        synchronized (registered) {
            return registered.get(name);
        }
    }

    public List<String> names() {
        return all().stream().map(Registration::name).toList();
    }

    public List<ProjectionStatus> status() {
        Position head = log.head();
        return all().stream().map(registration -> statusOf(registration, head)).toList();
    }

    public Optional<ProjectionStatus> status(String name) {
        return Optional.ofNullable(find(name)).map(found -> statusOf(found, log.head()));
    }

    private ProjectionStatus statusOf(Registration registration, Position head) {
        Alias alias = aliases.ensure(registration.name(), registration.version());
        Generation active = registration.active();
        Position position = registration.position();
        long handled =
                registration.running().values().stream().mapToLong(Generation::handled).sum();
        return new ProjectionStatus(
                registration.name(),
                alias.active().version(),
                alias.active().generation(),
                position,
                head,
                lag(head, position),
                active == null ? null : active.error(),
                handled,
                alias.next() == null ? null : rebuildOf(registration, alias.next(), head),
                alias.switchedAt());
    }

    private ProjectionStatus.Rebuild rebuildOf(
            Registration registration, Alias.Entry next, Position head) {
        Generation building = registration.running().get(next.generation());
        Position position = building == null ? Position.START : building.position();
        int progress = head.value() == 0 ? 100 : (int) (100 * position.value() / head.value());
        return new ProjectionStatus.Rebuild(
                next.generation(),
                position,
                lag(head, position),
                Math.min(100, progress),
                next.requestedAt(),
                next.requestedBy(),
                building == null ? null : building.error());
    }

    /**
     * Ends when what is in the log by now can be read of all that this process writes, or when
     * patience does.
     */
    public CompletableFuture<Void> caughtUp(Duration patience) {
        var caughtUp = new CompletableFuture<Void>();
        lookUntil(log.head(), caughtUp);
        return caughtUp.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookUntil(Position head, CompletableFuture<Void> caughtUp) {
        List<Generation> late =
                all().stream()
                        .map(Registration::active)
                        .filter(active -> active != null && !active.hasReached(head))
                        .toList();
        if (late.isEmpty()) {
            caughtUp.complete(null);
        } else if (!caughtUp.isDone()) {
            late.forEach(Generation::hurry);
            CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> lookUntil(head, caughtUp));
        }
    }

    static long lag(Position head, Position position) {
        return Math.max(0, head.value() - position.value());
    }

    @Override
    public void stop() {
        running = false;
        scheduleRound(0);
        rounds.shutdown();
        for (Registration registration : all()) {
            registration.running().values().forEach(Generation::stop);
        }
        generations.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
