package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;

/** Ends programs at their time; has no thread while no program is to end by itself. */
final class ProgramEnds implements AutoCloseable {
    private final List<ProgramExit> exits;
    private final ObjIntConsumer<ResourceId> end;
    private final Map<ResourceId, Future<?>> expected = new HashMap<>();
    private ScheduledExecutorService timer;

    ProgramEnds(List<ProgramExit> exits, ObjIntConsumer<ResourceId> end) {
        this.exits = exits;
        this.end = end;
    }

    synchronized void expect(SimulatedObject running) {
        var id = running.resourceId();
        for (var exit : exits) {
            if (exit.matching().matcher(running.name()).find() && !expected.containsKey(id)) {
                var task =
                        timer().schedule(
                                        () -> fire(id, exit.exitCode()),
                                        exit.after().toMillis(),
                                        TimeUnit.MILLISECONDS);
                expected.put(id, task);
            }
        }
    }

    synchronized void forget(ResourceId resourceId) {
        var task = expected.remove(resourceId);
        if (task != null) {
            task.cancel(false);
        }
    }

    private void fire(ResourceId resourceId, int exitCode) {
        forget(resourceId);
        end.accept(resourceId, exitCode);
    }

    @Override
    public synchronized void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    private ScheduledExecutorService timer() {
        if (timer == null) {
            timer =
                    Executors.newSingleThreadScheduledExecutor(
                            task -> {
                                var thread = new Thread(task, "simulated-programs");
                                thread.setDaemon(true);
                                return thread;
                            });
        }
        return timer;
    }
}
