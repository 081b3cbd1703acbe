package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Subscription;

import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.event.DomainEvent;
import org.libvirt.event.DomainEventType;
import org.libvirt.event.LifecycleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells what becomes of our machines. libvirt's events only say where to look: what is told is what
 * was seen then, on one thread. A scan now and then finds what no event told, such as what happened
 * while the connection was lost.
 */
final class DomainWatch implements LifecycleListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DomainWatch.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Machines machines;
    private final Clock clock;
    private final Map<ResourceId, ManagedResource> seen = new HashMap<>();
    private final Map<ResourceId, ManagedResource> told = new HashMap<>();
    private final Map<UUID, Machine> known = new HashMap<>();
    private final List<Consumer<ManagedResource>> listeners = new CopyOnWriteArrayList<>();
    private final List<Waiting> waiting = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looker;

    DomainWatch(Machines machines, Clock clock) {
        this.machines = machines;
        this.clock = clock;
        looker =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            var thread = new Thread(task, "libvirt-watch");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    void scanEvery(Duration interval) {
        var unused =
                looker.scheduleWithFixedDelay(
                        guarded(this::scan),
                        interval.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** On libvirt's own thread, so it only hands on. */
    @Override
    public int onLifecycleChange(Domain domain, DomainEvent event) {
        try {
            var uuid = UUID.fromString(domain.getUUIDString());
            var type = event.getType();
            later(() -> look(uuid, type));
        } catch (LibvirtException e) {
            log.debug("an event of a domain without id", e);
        }
        return 0;
    }

    /** The connection was lost or opened again, so events were lost: look until it succeeds. */
    void scanSoon() {
        later(
                () -> {
                    try {
                        scan();
                    } catch (DriverException e) {
                        again();
                    }
                });
    }

    private void again() {
        try {
            var unused = looker.schedule(this::scanSoon, RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("closed meanwhile", e);
        }
    }

    Subscription listen(Consumer<ManagedResource> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** What is seen of it, with the time when it was first seen so. */
    synchronized ManagedResource see(Machine machine) {
        known.put(machine.uuid(), machine);
        var now = machine.seenAt(clock.instant());
        var before = seen.get(machine.mark().resourceId());
        if (before != null && sameBut(before, now)) {
            return before;
        }
        seen.put(machine.mark().resourceId(), now);
        return now;
    }

    /** Be woken by the next event of this domain. */
    Waiting await(UUID uuid) {
        var waiter = new Waiting(this, uuid);
        waiting.add(waiter);
        return waiter;
    }

    void forget(Waiting waiter) {
        waiting.remove(waiter);
    }

    private void look(UUID uuid, DomainEventType type) {
        waiting.forEach(waiter -> waiter.wake(uuid));
        if (type == DomainEventType.STARTED) {
            machines.noteStart(uuid);
        }
        machines.find(uuid).ifPresentOrElse(machine -> tell(see(machine)), () -> gone(uuid));
    }

    private void scan() {
        var there = new HashSet<UUID>();
        for (var machine : machines.all()) {
            there.add(machine.uuid());
            tell(see(machine));
        }
        absent(there).forEach(this::gone);
    }

    private synchronized List<UUID> absent(Set<UUID> there) {
        return known.keySet().stream().filter(uuid -> !there.contains(uuid)).toList();
    }

    private void gone(UUID uuid) {
        ManagedResource absent;
        synchronized (this) {
            var machine = known.remove(uuid);
            if (machine == null) {
                return;
            }
            seen.remove(machine.mark().resourceId());
            absent = machine.absentAt(clock.instant());
        }
        tell(absent);
    }

    /** Only on the looker's thread. */
    private void tell(ManagedResource now) {
        boolean gone = now.observation().state() == ObservedState.ABSENT;
        var before = gone ? told.remove(now.resourceId()) : told.put(now.resourceId(), now);
        if (!now.equals(before)) {
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    private static boolean sameBut(ManagedResource before, ManagedResource now) {
        var was = before.observation();
        var is = now.observation();
        return was.state() == is.state()
                && Objects.equals(was.message(), is.message())
                && before.generation() == now.generation()
                && Objects.equals(before.runtime(), now.runtime());
    }

    private void later(Runnable task) {
        try {
            looker.execute(guarded(task));
        } catch (RejectedExecutionException e) {
            log.debug("closed meanwhile", e);
        }
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (DriverException e) {
                log.debug("could not look: {}", e.code(), e);
            }
        };
    }

    @Override
    public void close() {
        looker.shutdownNow();
    }
}
