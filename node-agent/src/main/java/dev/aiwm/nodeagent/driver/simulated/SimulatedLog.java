package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.LogRequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** What a simulated object would print: what happens to it, and that it is simulated. */
final class SimulatedLog {
    private final ObjectFolder folder;
    private final Observers observers;

    SimulatedLog(ObjectFolder folder, Observers observers) {
        this.folder = folder;
        this.observers = observers;
    }

    void read(SimulatedObject object, LogRequest request, Consumer<LogLine> sink) {
        var changes = new LinkedBlockingQueue<ManagedResource>();
        try (var watching = observers.add(change -> note(object.resourceId(), change, changes))) {
            var lines = past(folder.find(object.resourceId()).orElse(object), request.since());
            lines.subList(Math.max(0, lines.size() - request.tail()), lines.size()).forEach(sink);
            boolean gone = false;
            while (request.follow() && !gone) {
                var change = changes.take();
                gone = change.observation().state() == ObservedState.ABSENT;
                sink.accept(line(change.observation().at(), change.observation().state()));
            }
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
    }

    private static void note(
            ResourceId whose,
            ManagedResource change,
            LinkedBlockingQueue<ManagedResource> changes) {
        if (change.resourceId().equals(whose)) {
            changes.add(change);
        }
    }

    private static List<LogLine> past(SimulatedObject object, Instant since) {
        var lines = new ArrayList<LogLine>();
        if (object.startedAt() != null) {
            lines.add(line(object.startedAt(), ObservedState.RUNNING));
        }
        if (!object.isRunning()) {
            lines.add(line(object.changedAt(), object.state()));
        }
        lines.removeIf(line -> since != null && !line.timestamp().isAfter(since));
        return lines;
    }

    private static LogLine line(Instant at, ObservedState state) {
        return new LogLine(at, LogLine.STDOUT, "simulated: " + state.wire());
    }
}
