package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.CommandAck;
import dev.aiwm.contracts.protocol.CommandError;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.FollowingStep;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.ResultTaken;
import dev.aiwm.contracts.protocol.StepData;
import dev.aiwm.nodeagent.channel.Loop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes commands in, has each attempt carried out once, and keeps its result until the controller
 * has it. What the controller has told that it will ask for next is begun before it asks. Lives on
 * the loop; the work itself runs on other threads.
 */
public final class WorkDesk {
    private static final Logger log = LoggerFactory.getLogger(WorkDesk.class);
    private static final Object NODE = "node";
    private static final CommandError SUPERSEDED =
            new CommandError("SUPERSEDED", "a newer command took its place", false);
    private static final CommandError TOO_LATE =
            new CommandError("DEADLINE_EXCEEDED", "not done before its deadline", true);
    private static final CommandError RESTARTED =
            new CommandError("AGENT_RESTARTED", "the agent restarted in the middle of it", true);

    private final CommandHandlers handlers;
    private final Loop loop;
    private final Clock clock;
    private final Outgoing outgoing;
    private final WorkListener listener;
    private final Journal journal;
    private final int atOnce;
    private final Lanes lanes = new Lanes();
    private final Set<StepKey> sentLately = new HashSet<>();
    private final Set<StepKey> unasked = new HashSet<>();
    private boolean closed;

    /**
     * @param atOnce so many commands are worked on at a time; while they are, others are not taken
     *     and stay with the controller, which sends them again. What removes something is always
     *     taken.
     */
    public WorkDesk(
            CommandHandlers handlers,
            Path journalFile,
            int atOnce,
            Loop loop,
            Clock clock,
            Outgoing outgoing,
            WorkListener listener) {
        this.handlers = handlers;
        this.atOnce = atOnce;
        this.loop = loop;
        this.clock = clock;
        this.outgoing = outgoing;
        this.listener = listener;
        journal = new Journal(journalFile);
    }

    /** Go on with what an earlier process of this agent left undone; called once, first. */
    public void resume() {
        for (var entry : journal.open()) {
            if (!entry.hasEnded()) {
                log.info("left undone key={} type={}", entry.key(), entry.type());
                if (entry.command() == null) {
                    keep(entry, Task.Outcome.failed(RESTARTED));
                } else {
                    perform(entry, entry.command(), List.of());
                }
            }
        }
    }

    /** A command came in, perhaps not for the first time. */
    public void accept(StepData data, Instant sentAt, ResourceRef resource) {
        var key = StepKey.of(data);
        var traits = CommandTraits.of(data.command());
        var known = journal.find(key).orElse(null);
        if (known == null && !traits.removes() && isFull()) {
            log.info("busy, not taken key={} type={}", key, data.command().type());
            return;
        }
        acknowledge(key, resource);
        unasked.remove(key);
        if (known != null) {
            log.info("repeated key={} ended={}", key, known.hasEnded());
            if (known.hasEnded()) {
                send(known);
            }
            return;
        }
        var deadline = clock.instant().plus(Duration.between(sentAt, data.deadline()));
        var entry = entry(key, resource, data.command(), deadline);
        if (journal.knowsLaterThan(key)) {
            keep(entry, Task.Outcome.failed(SUPERSEDED));
            return;
        }
        journal.put(entry);
        log.info("accepted key={} type={}", key, entry.type());
        perform(entry, data.command(), data.following());
    }

    private static JournalEntry entry(
            StepKey key, ResourceRef resource, AgentCommand command, Instant deadline) {
        var kept = CommandTraits.of(command).open() ? command : null;
        return new JournalEntry(key, resource, command.type(), kept, deadline, null, false);
    }

    private boolean isFull() {
        return journal.open().stream().filter(entry -> !entry.hasEnded()).count() >= atOnce;
    }

    /** The controller has a result. */
    public void taken(ResultTaken taken) {
        unasked.remove(StepKey.of(taken));
        journal.find(StepKey.of(taken))
                .filter(entry -> entry.hasEnded() && !entry.taken())
                .ifPresent(entry -> journal.put(entry.wasTaken()));
    }

    /** Send every result that has not been taken. */
    public void sendAll() {
        sentLately.clear();
        journal.open().stream().filter(JournalEntry::hasEnded).forEach(this::send);
    }

    /** Send again what was sent before the last call of this and has not been taken since. */
    public void sendOverdue() {
        var waited = Set.copyOf(sentLately);
        sentLately.clear();
        journal.open().stream()
                .filter(entry -> entry.hasEnded() && !waited.contains(entry.key()))
                .forEach(this::send);
    }

    /** Is anything under way for this resource? */
    public boolean isBusyWith(ResourceId resourceId) {
        return !lanes.isIdle(resourceId);
    }

    /** Do something of the agent's own for a resource in its turn. */
    public void inTurn(ResourceId resourceId, String what, Runnable work) {
        var traits = new CommandTraits(resourceId, null, false, false);
        lanes.add(
                resourceId,
                Task.unasked(
                        what,
                        traits,
                        () -> {
                            work.run();
                            return null;
                        }),
                this::run);
    }

    /** Stop working; what is under way is taken up again by the next process. */
    public void close() {
        closed = true;
        lanes.close();
        journal.close();
    }

    private void perform(JournalEntry entry, AgentCommand command, List<FollowingStep> following) {
        var traits = CommandTraits.of(command);
        var lane = laneOf(traits);
        for (var other : lanes.in(lane)) {
            boolean pointless = traits.removes() && !other.traits.removes();
            if (pointless || other.isSameStepAs(entry.key())) {
                other.giveUp(SUPERSEDED);
            }
        }
        Outgoing asked =
                (type, resource, data) ->
                        !unasked.contains(entry.key()) && outgoing.send(type, resource, data);
        var progress = new ThrottledProgress(entry.key(), entry.resource(), loop, asked);
        var task = Task.of(entry, traits, following, () -> handlers.handle(command, progress));
        var left = Duration.between(clock.instant(), entry.deadline());
        task.deadline = loop.in(left.isNegative() ? Duration.ZERO : left, () -> late(task));
        lanes.add(lane, task, this::run);
    }

    private void late(Task task) {
        task.giveUp(TOO_LATE);
    }

    private void run(Task task) {
        task.begun = clock.instant();
        var outcome = task.run();
        loop.run(() -> finished(task, outcome));
    }

    private void finished(Task task, Task.Outcome outcome) {
        task.deadline.cancel();
        if (closed) {
            return;
        }
        if (task.entry != null) {
            keep(task.entry, outcome);
        } else if (outcome.error() != null) {
            log.warn("{} failed code={}", task.name(), outcome.error().code());
        }
        boolean idle = lanes.done(laneOf(task.traits), task, this::run);
        if (idle && outcome.error() == null && goesOn(task)) {
            return;
        }
        var resourceId = task.traits.resourceId();
        if (idle && resourceId != null) {
            var leaves = outcome.error() == null ? task.traits.leaves() : null;
            listener.idle(resourceId, leaves, task.begun);
        }
    }

    /** Nothing else is to be done for the resource: what will be asked for next can begin. */
    private boolean goesOn(Task done) {
        if (done.following.isEmpty()) {
            return false;
        }
        var next = done.following.get(0);
        var key = done.entry.key().firstOf(next.stepIndex());
        if (journal.find(key).isPresent()) {
            return false;
        }
        var deadline = clock.instant().plusSeconds(next.timeoutSeconds());
        var entry = entry(key, done.entry.resource(), next.command(), deadline);
        journal.put(entry);
        unasked.add(key);
        log.info("begun ahead key={} type={}", key, entry.type());
        perform(entry, next.command(), done.following.subList(1, done.following.size()));
        return true;
    }

    private void keep(JournalEntry entry, Task.Outcome outcome) {
        var key = entry.key();
        var error = outcome.error();
        var result =
                new CommandResult(
                        key.executionId(),
                        key.stepIndex(),
                        key.attempt(),
                        key.compensation(),
                        error == null ? CommandStatus.SUCCESS : CommandStatus.FAILURE,
                        outcome.result(),
                        error);
        if (error == null) {
            log.info("done key={} type={}", key, entry.type());
        } else {
            log.warn(
                    "failed key={} type={} code={} retryable={}",
                    key,
                    entry.type(),
                    error.code(),
                    error.retryable());
        }
        var ended = entry.ended(result);
        journal.put(ended);
        if (!unasked.contains(key)) {
            send(ended);
        }
    }

    private void send(JournalEntry ended) {
        if (outgoing.send(MessageType.COMMAND_RESULT, ended.resource(), ended.result())) {
            sentLately.add(ended.key());
        }
    }

    private void acknowledge(StepKey key, ResourceRef resource) {
        boolean unused =
                outgoing.send(
                        MessageType.COMMAND_ACK,
                        resource,
                        new CommandAck(
                                key.executionId(),
                                key.stepIndex(),
                                key.attempt(),
                                key.compensation()));
    }

    private static Object laneOf(CommandTraits traits) {
        return traits.resourceId() == null ? NODE : traits.resourceId();
    }
}
