package dev.aiwm.nodeagent;

import dev.aiwm.nodeagent.channel.Backoff;
import dev.aiwm.nodeagent.channel.ThreadLoop;
import dev.aiwm.nodeagent.channel.WebSocketDialler;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.work.Engines;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One agent: keeps a node's engines at the controller's service until it is closed or sent away.
 * Several may live in one process, each with a folder of its own.
 */
public final class NodeAgent implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NodeAgent.class);
    private static final int PATIENCE_SECONDS = 2;

    private final List<ResourceDriver> drivers;
    private final ThreadLoop loop;
    private final ExecutorService blocking;
    private final WebSocketDialler dialler;
    private final CompletableFuture<Dismissal> dismissed = new CompletableFuture<>();
    private final AgentCore core;

    private NodeAgent(AgentSettings settings, List<ResourceDriver> drivers) {
        this.drivers = List.copyOf(drivers);
        String name = settings.nodeId().value();
        loop = new ThreadLoop("agent-" + name);
        blocking =
                Executors.newCachedThreadPool(
                        task -> {
                            var thread = new Thread(task, "engines-" + name);
                            thread.setDaemon(true);
                            return thread;
                        });
        dialler = new WebSocketDialler(settings.controller(), settings.token());
        core =
                new AgentCore(
                        settings,
                        new Engines(drivers),
                        loop,
                        blocking,
                        dialler,
                        new Backoff(
                                settings.firstRedial(),
                                settings.longestRedial(),
                                new SecureRandom()),
                        Clock.systemUTC(),
                        dismissed::complete);
    }

    /**
     * Start an agent; returns at once, and the agent dials until it gets through. The drivers are
     * the agent's from now on, and closed with it.
     */
    public static NodeAgent start(AgentSettings settings, List<ResourceDriver> drivers) {
        var agent = new NodeAgent(settings, drivers);
        log.info("agent of node {} dials {}", settings.nodeId().value(), settings.controller());
        agent.loop.run(agent.core::start);
        return agent;
    }

    /**
     * Completes when the controller has sent this agent away for good; it is still to be closed.
     */
    public CompletionStage<Dismissal> dismissed() {
        return dismissed.minimalCompletionStage();
    }

    /** Say good-bye. What runs in the engines goes on; work under way is taken up by the next. */
    @Override
    public void close() {
        var said = new CompletableFuture<Void>();
        loop.run(() -> core.stop().whenComplete((done, failure) -> said.complete(null)));
        try {
            said.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.debug("no good-bye", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop.close();
        dialler.close();
        blocking.shutdownNow();
        drivers.forEach(ResourceDriver::close);
    }

    /** Why the controller does not want this agent back. */
    public record Dismissal(int code, String reason) {}
}
