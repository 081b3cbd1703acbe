package dev.aiwm.command.outbox;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.StepData;

import java.time.Duration;
import java.time.Instant;

/**
 * A command that is to be with a node. It holds references of secrets, never secrets.
 *
 * @param key of the step: of one step at most one command is out at a time
 * @param position in the log, which is the order of sending
 * @param messageId the same whenever the same attempt is sent
 * @param correlationId of the request that led to it; may be null
 * @param org whose execution it is; may be null
 * @param priority of the execution when it was dispatched
 * @param queuedAt when it was dispatched
 */
public record OutboxMessage(
        String key,
        long position,
        String nodeId,
        String messageId,
        ResourceRef subject,
        StepData data,
        String correlationId,
        String org,
        int priority,
        Instant queuedAt) {
    public OutboxMessage {
        requireNonNull(key, "key is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(messageId, "messageId is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(data, "data is null");
        requireNonNull(queuedAt, "queuedAt is null");
    }

    public String type() {
        return data.command().type();
    }

    /** The same command with its whole time from now. */
    public OutboxMessage sentAt(Instant now) {
        var later =
                new StepData(
                        data.executionId(),
                        data.stepIndex(),
                        data.attempt(),
                        data.compensation(),
                        now.plus(Duration.between(queuedAt, data.deadline())),
                        data.command(),
                        data.following());
        return new OutboxMessage(
                key,
                position,
                nodeId,
                messageId,
                subject,
                later,
                correlationId,
                org,
                priority,
                queuedAt);
    }

    /** The key of a step, as it is known before any command for it is. */
    public static String keyOf(String executionId, int step) {
        return executionId + "/" + step;
    }
}
