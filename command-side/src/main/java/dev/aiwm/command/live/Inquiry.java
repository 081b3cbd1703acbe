package dev.aiwm.command.live;

import dev.aiwm.command.gateway.LiveCalls;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.AgentCommand;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Questions to a node whose answer is needed before anything is decided: who asks waits. */
@Component
class Inquiry {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 1024 * 1024;

    private final LiveCalls calls;

    Inquiry(LiveCalls calls) {
        this.calls = calls;
    }

    <T> T ask(NodeId nodeId, AgentCommand command, Class<T> answer) {
        return LiveJson.read(tell(nodeId, command), answer);
    }

    /** What it says, which may be nothing, when it is done. */
    byte[] tell(NodeId nodeId, AgentCommand command) {
        var collected = new Collected(MOST_BYTES);
        var stream = calls.open(nodeId, command, collected);
        try {
            return collected.outcome().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).out();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Rejection rejection
                    ? rejection
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            stream.close();
            throw new Rejection(RejectionCode.TIMED_OUT, "the node did not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stream.close();
            throw new Rejection(RejectionCode.TIMED_OUT, "nobody waits for the node any longer");
        }
    }
}
