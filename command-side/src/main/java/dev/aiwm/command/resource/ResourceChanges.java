package dev.aiwm.command.resource;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.command.UpdateAndResizeResource;
import dev.aiwm.contracts.resource.command.UpdateAndStartResource;
import dev.aiwm.contracts.resource.command.UpdateAndStopResource;
import dev.aiwm.contracts.resource.command.UpdateResource;
import dev.aiwm.contracts.resource.event.ResourceDescribed;
import dev.aiwm.contracts.resource.event.ResourceDivergencePolicyChosen;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceReconfigured;
import dev.aiwm.contracts.resource.event.ResourceRelabelled;
import dev.aiwm.contracts.resource.event.ResourceRenamed;
import dev.aiwm.contracts.resource.event.ResourceStopPolicyChosen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an update changes: an event for each part that is different afterwards. What is to be done
 * with it is decided on the same state, so a refusal of either leaves the resource as it was.
 */
final class ResourceChanges {
    private ResourceChanges() {}

    static List<ResourceEvent> events(ResourceState state, UpdateResource command) {
        ResourceRules.theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        ResourceRules.aDeletedResourceStaysAsItWas(state);
        return between(state, command);
    }

    static List<ResourceEvent> events(ResourceState state, UpdateAndStartResource command) {
        return isRepeated(state, command.start().executionId())
                ? List.of()
                : both(events(state, command.update()), PowerWishes.events(state, command.start()));
    }

    static List<ResourceEvent> events(ResourceState state, UpdateAndStopResource command) {
        return isRepeated(state, command.stop().executionId())
                ? List.of()
                : both(events(state, command.update()), PowerWishes.events(state, command.stop()));
    }

    static List<ResourceEvent> events(ResourceState state, UpdateAndResizeResource command) {
        return isRepeated(state, command.resize().executionId())
                ? List.of()
                : both(
                        events(state, command.update()),
                        FurtherWishes.events(state, command.resize()));
    }

    /** The update came with the wish, so it was done with it. */
    private static boolean isRepeated(ResourceState state, ExecutionId executionId) {
        return executionId.equals(state.executionId());
    }

    private static List<ResourceEvent> both(List<ResourceEvent> some, List<ResourceEvent> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<ResourceEvent> between(ResourceState state, UpdateResource command) {
        var id = state.resourceId();
        var events = new ArrayList<ResourceEvent>();
        if (command.name() != null && !command.name().equals(state.name())) {
            events.add(new ResourceRenamed(id, command.name()));
        }
        boolean describes = command.replaceDescription() || command.description() != null;
        if (describes && !Objects.equals(command.description(), state.description())) {
            events.add(new ResourceDescribed(id, command.description()));
        }
        if (command.labels() != null && !command.labels().equals(state.labels())) {
            events.add(new ResourceRelabelled(id, command.labels()));
        }
        var policy = command.computeWhenStopped();
        if (policy != null && policy != state.computeWhenStopped()) {
            events.add(new ResourceStopPolicyChosen(id, policy));
        }
        var onDivergence = command.onDivergence();
        if (onDivergence != null && onDivergence != state.onDivergence()) {
            events.add(new ResourceDivergencePolicyChosen(id, onDivergence));
        }
        if (command.config() != null && !command.config().equals(state.config())) {
            ResourceRules.onlyAStoppedOrFailedResourceIsReconfigured(state, command.config());
            FurtherRules.aDiskOnlyGrowsAndNotUnderSnapshots(state, command.config());
            DiskRules.whatStaysOnlyGrowsAndNotUnderSnapshots(state, command.config());
            var claims = command.claims() == null ? state.claims() : command.claims();
            events.add(
                    new ResourceReconfigured(id, command.config(), claims, state.generation() + 1));
        }
        return events;
    }
}
