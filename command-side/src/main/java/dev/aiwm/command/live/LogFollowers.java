package dev.aiwm.command.live;

import dev.aiwm.command.gateway.LiveCalls;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.AgentCommand;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Clients that follow a log. Each has a thread, so that a slow one holds up only itself. */
@Component
class LogFollowers implements DisposableBean {
    private static final int MOST = 200;
    private static final MediaType EVENTS =
            new MediaType("text", "event-stream", StandardCharsets.UTF_8);

    private final LiveCalls calls;
    private final ExecutorService threads =
            new ThreadPoolExecutor(
                    0,
                    MOST,
                    30,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    task -> {
                        var thread = new Thread(task, "log-follower");
                        thread.setDaemon(true);
                        return thread;
                    });

    LogFollowers(LiveCalls calls) {
        this.calls = calls;
    }

    ResponseEntity<SseEmitter> follow(NodeId nodeId, AgentCommand command, String stream) {
        var emitter = new SseEmitter(0L);
        var follower = new LogFollower(emitter, stream);
        follower.listenTo(calls.open(nodeId, command, follower));
        emitter.onCompletion(follower::leave);
        emitter.onError(failure -> follower.leave());
        try {
            threads.execute(follower);
        } catch (RejectedExecutionException e) {
            follower.leave();
            throw new Rejection(
                    RejectionCode.TOO_MANY_REQUESTS, MOST + " logs are followed already");
        }
        return ResponseEntity.ok()
                .contentType(EVENTS)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
