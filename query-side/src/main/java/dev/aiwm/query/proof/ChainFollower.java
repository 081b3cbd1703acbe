package dev.aiwm.query.proof;

import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.Link;
import dev.aiwm.contracts.proof.MerkleTree;
import dev.aiwm.contracts.proof.StoredEvent;
import dev.aiwm.support.lease.Leases;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.Position;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Makes the chain: reads what is new in the log as it is stored, adds its links, and signs
 * checkpoints. Which replica does it is a matter of a lease; two that do it for a moment add the
 * same links.
 */
final class ChainFollower implements SmartLifecycle {
    private static final Logger LOGGER = LoggerFactory.getLogger(ChainFollower.class);
    private static final String LEASE = "chain";
    private static final long INTERVAL_MILLIS = 1_000;
    private static final int BATCH = 500;

    private final EventLog log;
    private final ProofStore store;
    private final ProofKeys keys;
    private final ProofSettings settings;
    private final Leases leases;
    private final Clock clock;
    private ScheduledExecutorService thread;
    private volatile String fault;

    private boolean loaded;
    private String chain;
    private long linkedTo;
    private Checkpoint last;
    private final List<String> window = new ArrayList<>();
    private Instant windowSince;

    ChainFollower(
            EventLog log,
            ProofStore store,
            ProofKeys keys,
            ProofSettings settings,
            Leases leases,
            Clock clock) {
        this.log = log;
        this.store = store;
        this.keys = keys;
        this.settings = settings;
        this.leases = leases;
        this.clock = clock;
    }

    /** Why the chain cannot be continued, or null. */
    String fault() {
        return fault;
    }

    private void round() {
        try {
            if (leases.hold(LEASE)) {
                follow();
            } else {
                forget();
            }
            fault = null;
        } catch (RuntimeException e) {
            forget();
            if (fault == null) {
                LOGGER.error("The chain over the log cannot be continued", e);
            }
            fault = String.valueOf(e.getMessage());
        }
    }

    private synchronized void forget() {
        loaded = false;
    }

    /** Brings the chain up to the head of the log. */
    synchronized void follow() {
        load();
        while (true) {
            List<StoredEvent> events = log.readStored(new Position(linkedTo), BATCH);
            if (events.isEmpty()) {
                requireNothingLost();
                break;
            }
            link(events);
        }
        boolean due =
                !window.isEmpty()
                        && !clock.instant()
                                .isBefore(windowSince.plus(settings.checkpointInterval()));
        if (due) {
            seal();
        }
    }

    /** Signs a checkpoint of what has none yet. */
    synchronized void sealNow() {
        follow();
        if (!window.isEmpty()) {
            seal();
        }
    }

    private void requireNothingLost() {
        Position head = log.head();
        if (head.value() < linkedTo) {
            throw new IllegalStateException(
                    "the log ends at "
                            + head.value()
                            + ", but the chain knows events up to "
                            + linkedTo);
        }
    }

    private void load() {
        if (loaded) {
            return;
        }
        last = store.checkpoint(store.lastCheckpoint()).orElse(null);
        linkedTo = last == null ? 0 : last.to();
        chain = last == null ? Link.GENESIS : last.chain();
        window.clear();
        if (store.linkedTo() < linkedTo) {
            throw new IllegalStateException(
                    "the chain ends at " + store.linkedTo() + ", before its last checkpoint");
        }
        while (true) {
            List<Link> links = store.links(linkedTo, BATCH);
            if (links.isEmpty()) {
                break;
            }
            links.forEach(this::take);
        }
        loaded = true;
    }

    private void take(Link link) {
        chain = link.chainAfter(chain);
        linkedTo = link.position();
        if (window.isEmpty()) {
            windowSince = clock.instant();
        }
        window.add(link.hash());
    }

    private void link(List<StoredEvent> events) {
        List<Link> fresh = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            if (event.position() != linkedTo + 1) {
                throw new IllegalStateException(
                        "the log has nothing between " + linkedTo + " and " + event.position());
            }
            var link = Link.of(event);
            take(link);
            fresh.add(link);
            if (window.size() >= settings.checkpointEvents()) {
                store.append(fresh);
                fresh.clear();
                seal();
            }
        }
        if (!fresh.isEmpty()) {
            store.append(fresh);
        }
    }

    private void seal() {
        var unsigned =
                new Checkpoint(
                        last == null ? 1 : last.number() + 1,
                        last == null ? 1 : last.to() + 1,
                        linkedTo,
                        chain,
                        new MerkleTree(window).root(),
                        clock.instant().toString(),
                        keys.signing().id(),
                        "");
        var signed = keys.signing().sign(unsigned);
        if (!store.append(signed)) {
            throw new IllegalStateException("another process makes checkpoints too");
        }
        last = signed;
        window.clear();
    }

    @Override
    public synchronized void start() {
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            var daemon = new Thread(task, "proof-chain");
                            daemon.setDaemon(true);
                            return daemon;
                        });
        var unused =
                thread.scheduleWithFixedDelay(
                        this::round, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping;
        synchronized (this) {
            stopping = thread;
            thread = null;
        }
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            if (stopping.awaitTermination(INTERVAL_MILLIS * 10, TimeUnit.MILLISECONDS)) {
                leases.release(LEASE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
