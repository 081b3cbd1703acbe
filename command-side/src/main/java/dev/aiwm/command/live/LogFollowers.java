package dev.aiwm.command.live;

import dev.aiwm.command.gateway.LiveCalls;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.identity.Shares;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Clients that follow a log. Each has a thread, so that a slow one holds up only itself. */
@Component
class LogFollowers implements DisposableBean {
    private static final int MOST = 200;
    private static final MediaType EVENTS =
            new MediaType("text", "event-stream", StandardCharsets.UTF_8);

    private final LiveCalls calls;
    private final Shares shares = new Shares(MOST, "logs that are followed");
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        var thread = new Thread(task, "log-follower");
                        thread.setDaemon(true);
                        return thread;
                    });

    LogFollowers(LiveCalls calls) {
        this.calls = calls;
    }

    ResponseEntity<SseEmitter> follow(
            NodeId nodeId, AgentCommand command, String stream, Caller caller) {
        var emitter = new SseEmitter(0L);
        var follower = new LogFollower(emitter, stream);
        shares.take(caller.orgId());
        try {
            follower.listenTo(calls.open(nodeId, command, follower));
            emitter.onCompletion(follower::leave);
            emitter.onError(failure -> follower.leave());
            threads.execute(() -> follow(follower, caller));
        } catch (RuntimeException e) {
            shares.giveBack(caller.orgId());
            throw e;
        }
        return ResponseEntity.ok()
                .contentType(EVENTS)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private void follow(LogFollower follower, Caller caller) {
        try {
            follower.run();
        } finally {
            shares.giveBack(caller.orgId());
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
