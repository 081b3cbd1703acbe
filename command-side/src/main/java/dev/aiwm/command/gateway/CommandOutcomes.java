package dev.aiwm.command.gateway;

import dev.aiwm.command.outbox.OutboxMessage;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.Runtime;

import java.time.Instant;

/**
 * What a command that was carried out says of its resource. Agents do not report separately what
 * they were told to do, so without this the last sighting would be older than the truth.
 */
final class CommandOutcomes {
    private CommandOutcomes() {}

    static void note(NodeSession session, OutboxMessage about, CommandResult result, Instant at) {
        if (about == null || result.status() != CommandStatus.SUCCESS) {
            return;
        }
        ObservedState left = leftBy(about.type(), result.result());
        if (left == null) {
            return;
        }
        Runtime runtime = result.result() == null ? null : result.result().runtime();
        session.sightings()
                .note(
                        ResourceId.of(about.subject().id()),
                        new Observation(left, null, null, at),
                        runtime);
    }

    /** Null when the command leaves the state as it is. */
    private static ObservedState leftBy(String type, StepResult told) {
        return switch (type) {
            case "vm.start",
                    "vm.restart",
                    "vm.resume",
                    "container.start",
                    "container.restart",
                    "container.resume" ->
                    ObservedState.RUNNING;
            case "vm.pause", "container.pause" -> ObservedState.PAUSED;
            case "vm.create", "vm.stop", "container.create", "container.stop" ->
                    ObservedState.STOPPED;
            case "vm.delete", "container.delete" -> ObservedState.ABSENT;
            case "vm.restoreSnapshot" -> told == null ? null : told.state();
            default -> null;
        };
    }
}
