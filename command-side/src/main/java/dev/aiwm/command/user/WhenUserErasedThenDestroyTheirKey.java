package dev.aiwm.command.user;

import dev.aiwm.contracts.user.event.UserErased;
import dev.aiwm.support.personal.PersonalData;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * The request destroys the key itself before it answers; this does where the process died before.
 */
@Component
@ProcessingGroup("when-user-erased-then-destroy-their-key")
@DisallowReplay
class WhenUserErasedThenDestroyTheirKey {
    private final PersonalData personalData;

    WhenUserErasedThenDestroyTheirKey(PersonalData personalData) {
        this.personalData = personalData;
    }

    @EventHandler
    void react(UserErased event) {
        personalData.erase(event.userId().value());
    }
}
