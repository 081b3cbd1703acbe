package dev.aiwm.command.gateway;

import dev.aiwm.contracts.NodeId;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that work for all nodes, and the lanes that keep each node's work in order. */
final class GatewayThreads implements AutoCloseable {
    private final ExecutorService working;
    private final ExecutorService closing;

    /** Lanes outlive connections; there are as many as nodes that ever connected. */
    private final Map<NodeId, Lane> inbound = new ConcurrentHashMap<>();

    private final Map<NodeId, Lane> outbound = new ConcurrentHashMap<>();

    GatewayThreads(int threads) {
        var pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        30,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        named("gateway"));
        pool.allowCoreThreadTimeOut(true);
        working = pool;
        closing = Executors.newCachedThreadPool(named("gateway-close"));
    }

    private static ThreadFactory named(String name) {
        var made = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + made.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    Lane inbound(NodeId nodeId) {
        return inbound.computeIfAbsent(nodeId, id -> new Lane(working));
    }

    Lane outbound(NodeId nodeId) {
        return outbound.computeIfAbsent(nodeId, id -> new Lane(working));
    }

    Executor closing() {
        return closing;
    }

    @Override
    public void close() throws InterruptedException {
        working.shutdown();
        closing.shutdown();
        if (!working.awaitTermination(5, TimeUnit.SECONDS)) {
            working.shutdownNow();
        }
    }
}
