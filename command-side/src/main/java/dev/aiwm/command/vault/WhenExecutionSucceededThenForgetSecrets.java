package dev.aiwm.command.vault;

import dev.aiwm.contracts.execution.event.ExecutionSucceeded;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** What failed may be done again with the same secrets; what succeeded needs them no more. */
@Component
@ProcessingGroup("when-execution-succeeded-then-forget-secrets")
@DisallowReplay
class WhenExecutionSucceededThenForgetSecrets {
    private final SecretStore store;

    WhenExecutionSucceededThenForgetSecrets(SecretStore store) {
        this.store = store;
    }

    @EventHandler
    void react(ExecutionSucceeded event) {
        store.removeAllOf(event.executionId().value());
    }
}
