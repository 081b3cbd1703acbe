package dev.aiwm.command.api;

import dev.aiwm.command.state.States;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;

/** Resources as their own events tell them; never older than what was answered before. */
@Component
public class KnownResources {
    private final States states;

    KnownResources(States states) {
        this.states = states;
    }

    public Optional<ResourceState> find(ResourceId id) {
        return Optional.ofNullable(states.resource(id));
    }

    /** One that the caller may know of; to others it is as if it did not exist. */
    public ResourceState require(ResourceId id, Caller caller) {
        return find(id).filter(state -> caller.maySee(state.owner())).orElseThrow(() -> none(id));
    }

    static Rejection none(ResourceId id) {
        return new Rejection(
                RejectionCode.NOT_FOUND,
                "there is no resource " + id.value(),
                Map.of("resourceId", id.value()));
    }
}
