package dev.aiwm.command.saga;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.failure;
import static dev.aiwm.command.sample.Samples.inventory;
import static dev.aiwm.command.sample.Samples.runtime;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.command.RecordStepAcknowledged;
import dev.aiwm.contracts.execution.command.RecordStepFailed;
import dev.aiwm.contracts.execution.command.RecordStepSucceeded;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.ConnectNode;
import dev.aiwm.contracts.node.command.EnrolNode;
import dev.aiwm.contracts.node.command.IssueNodeToken;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.VmRestoreSnapshot;
import dev.aiwm.contracts.protocol.VmSnapshot;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.contracts.resource.SnapshotFacts;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A node that does at once what it is told, unless told otherwise; and a look at the log. */
final class Fleet implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Commands commands;
    private final EventTail.Following following;
    private final ExecutorService agent = Executors.newSingleThreadExecutor();
    private final Map<String, Conduct> conducts = new ConcurrentHashMap<>();
    private final List<StepDispatched> held = new CopyOnWriteArrayList<>();
    private final List<LoggedEvent> seen = new ArrayList<>();

    /** What the node does with a command of some type. */
    enum Conduct {
        SUCCEED,
        FAIL,
        HOLD,
        IGNORE
    }

    Fleet(Commands commands, EventTail tail) {
        this.commands = commands;
        this.following = tail.follow(Position.START, this::see);
    }

    void enrol() {
        commands.<NodeState>send(new EnrolNode(NODE, "node", null, List.of(), Map.of(), null, 4.0));
        commands.<NodeState>send(new IssueNodeToken(NODE, "t1", NOW.plusSeconds(1 << 30), null));
        commands.<NodeState>send(new ConnectNode(NODE, "t1", inventory()));
    }

    void on(String commandType, Conduct conduct) {
        conducts.put(commandType, conduct);
    }

    private void see(LoggedEvent event) {
        synchronized (seen) {
            seen.add(event);
            seen.notifyAll();
        }
        if (event.payload() instanceof StepDispatched step) {
            agent.execute(() -> obey(step));
        }
    }

    private void obey(StepDispatched step) {
        var conduct = conducts.getOrDefault(step.command().type(), Conduct.SUCCEED);
        if (conduct == Conduct.IGNORE) {
            return;
        }
        commands.send(
                new RecordStepAcknowledged(
                        step.executionId(),
                        NODE,
                        step.step(),
                        step.attempt(),
                        step.compensation(),
                        NOW));
        switch (conduct) {
            case SUCCEED -> succeed(step);
            case FAIL ->
                    commands.send(
                            new RecordStepFailed(
                                    step.executionId(),
                                    NODE,
                                    step.step(),
                                    step.attempt(),
                                    step.compensation(),
                                    failure("BROKEN"),
                                    false));
            case HOLD -> held.add(step);
            case IGNORE -> throw new IllegalStateException("was ignored");
        }
    }

    private void succeed(StepDispatched step) {
        var result = new StepResult(runtime(), 0, null, details(step.command()));
        commands.send(
                new RecordStepSucceeded(
                        step.executionId(),
                        NODE,
                        step.step(),
                        step.attempt(),
                        step.compensation(),
                        result));
    }

    private static Map<String, String> details(AgentCommand command) {
        if (command instanceof VmSnapshot take) {
            return new SnapshotFacts(
                            take.snapshotId(), null, SnapshotConsistency.MEMORY, null, null, NOW)
                    .details();
        }
        return command instanceof VmRestoreSnapshot
                ? Map.of(StepResult.STATE, ObservedState.RUNNING.wire())
                : Map.of();
    }

    /** The node does what it was holding back. */
    void finishHeld() {
        agent.execute(
                () -> {
                    held.forEach(this::succeed);
                    held.clear();
                });
    }

    <E> E await(Class<E> type, Predicate<E> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (seen) {
            while (true) {
                var found =
                        seen.stream()
                                .map(LoggedEvent::payload)
                                .filter(type::isInstance)
                                .map(type::cast)
                                .filter(wanted)
                                .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("no such " + type.getSimpleName() + " in " + names());
                }
                waitFor(left);
            }
        }
    }

    <E> E await(Class<E> type) {
        return await(type, event -> true);
    }

    private void waitFor(long millis) {
        try {
            seen.wait(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> names() {
        synchronized (seen) {
            return seen.stream().map(event -> event.payload().getClass().getSimpleName()).toList();
        }
    }

    List<LoggedEvent> events() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    @Override
    public void close() {
        following.close();
        agent.shutdownNow();
    }
}
