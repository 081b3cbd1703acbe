package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.protocol.CommandError;
import dev.aiwm.contracts.protocol.FollowingStep;
import dev.aiwm.nodeagent.channel.Loop;
import dev.aiwm.nodeagent.driver.DriverException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** One piece of work: runs once on some thread, and can be told to give up. */
final class Task {
    /** How it ended: with a result, or an error. */
    record Outcome(StepResult result, CommandError error) {
        static Outcome failed(CommandError error) {
            return new Outcome(null, error);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Task.class);

    /** Null for work that nobody asked for. */
    final JournalEntry entry;

    final CommandTraits traits;

    /** What is to be done when it has succeeded. */
    final List<FollowingStep> following;

    Loop.Timer deadline = Loop.Timer.NONE;
    boolean started;
    Instant begun;

    private final String name;
    private final Supplier<StepResult> work;
    private Thread runner;
    private CommandError toldToGiveUp;

    private Task(
            JournalEntry entry,
            String name,
            CommandTraits traits,
            List<FollowingStep> following,
            Supplier<StepResult> work) {
        this.entry = entry;
        this.name = name;
        this.traits = traits;
        this.following = following;
        this.work = work;
    }

    static Task of(
            JournalEntry entry,
            CommandTraits traits,
            List<FollowingStep> following,
            Supplier<StepResult> work) {
        return new Task(entry, entry.type() + " " + entry.key(), traits, following, work);
    }

    /** Work of the agent's own. */
    static Task unasked(String name, CommandTraits traits, Supplier<StepResult> work) {
        return new Task(null, name, traits, List.of(), work);
    }

    String name() {
        return name;
    }

    boolean isSameStepAs(StepKey key) {
        return entry != null && entry.key().isSameStepAs(key);
    }

    /** Interrupts the work when it runs; whoever runs it then hears this as the reason. */
    synchronized void giveUp(CommandError reason) {
        if (toldToGiveUp == null) {
            toldToGiveUp = reason;
        }
        if (runner != null) {
            runner.interrupt();
        }
    }

    Outcome run() {
        synchronized (this) {
            if (toldToGiveUp != null) {
                return Outcome.failed(toldToGiveUp);
            }
            runner = Thread.currentThread();
        }
        try {
            return new Outcome(work.get(), null);
        } catch (DriverException e) {
            return Outcome.failed(reason(e));
        } catch (RuntimeException e) {
            log.error("a fault in {}", name, e);
            return Outcome.failed(
                    new CommandError("DRIVER_FAULT", e.getClass().getSimpleName(), true));
        } finally {
            synchronized (this) {
                runner = null;
                // an interruption was meant for this work, not for the next on the same thread
                boolean unused = Thread.interrupted();
            }
        }
    }

    private synchronized CommandError reason(DriverException e) {
        boolean gaveUp = DriverException.INTERRUPTED.equals(e.code());
        return gaveUp && toldToGiveUp != null
                ? toldToGiveUp
                : new CommandError(e.code(), e.getMessage(), e.isRetryable());
    }
}
