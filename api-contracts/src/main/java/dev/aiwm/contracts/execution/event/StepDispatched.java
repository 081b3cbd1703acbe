package dev.aiwm.contracts.execution.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.FollowingStep;

import org.axonframework.serialization.Revision;

import java.time.Instant;
import java.util.List;

/**
 * A step, or what undoes it, is on its way to its node, at the priority of its execution.
 *
 * @param following what the node is told with it, and may do before it is asked
 */
@Revision("6")
public record StepDispatched(
        ExecutionId executionId,
        int step,
        int attempt,
        boolean compensation,
        NodeId nodeId,
        ResourceRef subject,
        AgentCommand command,
        Instant dueAt,
        int priority,
        List<FollowingStep> following)
        implements ExecutionEvent {
    public StepDispatched {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(command, "command is null");
        requireNonNull(dueAt, "dueAt is null");
        following = following == null ? List.of() : List.copyOf(following);
    }
}
