package dev.aiwm.command.vault;

import dev.aiwm.contracts.resource.event.ResourceDeleted;
import dev.aiwm.contracts.resource.event.ResourceReconfigured;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

import java.time.Instant;

/** A secret lives no longer than the configuration that refers to it. */
@Component
@ProcessingGroup("when-resource-changed-then-forget-secrets")
@DisallowReplay
class WhenResourceChangedThenForgetSecrets {
    private final SecretStore store;

    WhenResourceChangedThenForgetSecrets(SecretStore store) {
        this.store = store;
    }

    @EventHandler
    void react(ResourceDeleted event) {
        store.removeAllOf(event.resourceId().value());
    }

    /** What is younger may belong to a change that is still on its way. */
    @EventHandler
    void react(ResourceReconfigured event, @Timestamp Instant timestamp) {
        store.removeOthers(event.resourceId().value(), event.config().secrets(), timestamp);
    }
}
