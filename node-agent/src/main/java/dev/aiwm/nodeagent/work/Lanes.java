package dev.aiwm.nodeagent.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Work in lanes: one after another inside a lane, lanes beside each other. Confined to the loop but
 * for the running itself.
 */
final class Lanes implements AutoCloseable {
    private static final int THREADS = 64;
    private static final int IDLE_SECONDS = 20;

    private final Map<Object, Deque<Task>> lanes = new HashMap<>();
    private final ThreadPoolExecutor executor;

    Lanes() {
        var number = new AtomicInteger();
        executor =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> {
                            var thread = new Thread(task, "work-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Line up; {@code run} is called on a thread of its own when the task's turn has come. */
    void add(Object lane, Task task, Consumer<Task> run) {
        var line = lanes.computeIfAbsent(lane, key -> new ArrayDeque<>());
        line.add(task);
        if (line.size() == 1) {
            begin(task, run);
        }
    }

    /** The first of the lane is done; true when nothing follows. */
    boolean done(Object lane, Task task, Consumer<Task> run) {
        var line = lanes.get(lane);
        line.remove(task);
        if (line.isEmpty()) {
            lanes.remove(lane);
            return true;
        }
        var first = line.peek();
        if (!first.started) {
            begin(first, run);
        }
        return false;
    }

    List<Task> in(Object lane) {
        var line = lanes.get(lane);
        return line == null ? List.of() : new ArrayList<>(line);
    }

    boolean isIdle(Object lane) {
        return !lanes.containsKey(lane);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void begin(Task task, Consumer<Task> run) {
        task.started = true;
        executor.execute(() -> run.accept(task));
    }
}
