package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Executing;
import dev.aiwm.nodeagent.driver.LogReading;
import dev.aiwm.nodeagent.driver.LogRequest;
import dev.aiwm.nodeagent.driver.ProgramRequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The inside of simulated objects: a log of what happens to them, and a few programs. All of it
 * says that it is simulated.
 */
final class SimulatedInside implements LogReading, Executing {
    private final SimulatedObjects objects;

    SimulatedInside(SimulatedObjects objects) {
        this.objects = objects;
    }

    @Override
    public Conversation run(ResourceId resourceId, ProgramRequest request, ByteOutput output) {
        var object = objects.get(resourceId);
        if (!object.isRunning()) {
            throw DriverException.permanent(
                    NOT_RUNNING, "%s does not run".formatted(object.name()));
        }
        return new SimulatedPrograms(request, output);
    }

    @Override
    public void readLog(ResourceId resourceId, LogRequest request, Consumer<LogLine> sink) {
        var changes = new LinkedBlockingQueue<ManagedResource>();
        try (var watching = objects.observers().add(change -> note(resourceId, change, changes))) {
            var lines = past(objects.get(resourceId), request);
            lines.subList(Math.max(0, lines.size() - request.tail()), lines.size()).forEach(sink);
            boolean gone = false;
            while (request.follow() && !gone) {
                var seen = changes.take().observation();
                gone = seen.state() == ObservedState.ABSENT;
                Stream.of(line(seen.at(), seen.state())).filter(request::wants).forEach(sink);
            }
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
    }

    private static void note(
            ResourceId whose, ManagedResource change, LinkedBlockingQueue<ManagedResource> into) {
        if (change.resourceId().equals(whose)) {
            into.add(change);
        }
    }

    private static List<LogLine> past(SimulatedObject object, LogRequest request) {
        var lines = new ArrayList<LogLine>();
        if (object.startedAt() != null) {
            lines.add(line(object.startedAt(), ObservedState.RUNNING));
        }
        if (!object.isRunning()) {
            lines.add(line(object.changedAt(), object.state()));
        }
        var since = request.since();
        lines.removeIf(line -> since != null && !line.timestamp().isAfter(since));
        lines.removeIf(line -> !request.wants(line));
        return lines;
    }

    private static LogLine line(Instant at, ObservedState state) {
        return new LogLine(at, LogLine.STDOUT, "simulated: " + state.wire());
    }
}
