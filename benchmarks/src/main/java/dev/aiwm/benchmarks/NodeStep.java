package dev.aiwm.benchmarks;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.protocol.CommandAck;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.MessageType;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/** A step as its node reads it, and what the node says to it. */
record NodeStep(String executionId, int index, int attempt, boolean compensation) {

    static Optional<NodeStep> in(String message) {
        if (!message.contains("\"stepIndex\"") || !message.contains("\"attempt\"")) {
            return Optional.empty();
        }
        JsonNode data = Api.JSON.readTree(message).path("data");
        return data.path("command").isMissingNode()
                ? Optional.empty()
                : Optional.of(
                        new NodeStep(
                                data.path("executionId").asString(),
                                data.path("stepIndex").asInt(),
                                data.path("attempt").asInt(),
                                data.path("compensation").asBoolean()));
    }

    void acknowledge(Agent agent) {
        var taken = new CommandAck(ExecutionId.of(executionId), index, attempt, compensation);
        agent.send(MessageType.COMMAND_ACK, taken).join();
    }

    void succeed(Agent agent, StepResult told) {
        var result =
                new CommandResult(
                        ExecutionId.of(executionId),
                        index,
                        attempt,
                        compensation,
                        CommandStatus.SUCCESS,
                        told,
                        null);
        agent.send(MessageType.COMMAND_RESULT, result).join();
    }
}
