package dev.aiwm.nodeagent.work;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.CommandResult;

import java.time.Instant;

/**
 * What the journal knows of one attempt. The command is kept only where it cannot hold a secret;
 * the result is there once the work has ended.
 */
record JournalEntry(
        StepKey key,
        ResourceRef resource,
        String type,
        AgentCommand command,
        Instant deadline,
        CommandResult result,
        boolean taken) {
    JournalEntry {
        requireNonNull(key, "key is null");
        requireNonNull(type, "type is null");
    }

    boolean hasEnded() {
        return result != null;
    }

    JournalEntry ended(CommandResult outcome) {
        return new JournalEntry(key, resource, type, null, null, outcome, false);
    }

    JournalEntry wasTaken() {
        return new JournalEntry(key, resource, type, null, null, result, true);
    }
}
