package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.command.placement.Demands;
import dev.aiwm.command.placement.Granted;
import dev.aiwm.command.placement.Placement;
import dev.aiwm.command.placement.PlacementRequest;
import dev.aiwm.command.placement.Strategy;
import dev.aiwm.command.vault.Admission;
import dev.aiwm.command.vault.SecretDoor;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.command.ReleaseCapacity;
import dev.aiwm.contracts.resource.Adoption;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.command.CreateResource;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Optional;

/** From a request to a resource with its capacity reserved, or to nothing left behind. */
@Component
class Creation {
    private static final String FIRST_GENERATION = "0";

    private final SecretDoor door;
    private final ResourceForms forms;
    private final Placement placement;
    private final Commands commands;
    private final KnownResources resources;

    Creation(
            SecretDoor door,
            ResourceForms forms,
            Placement placement,
            Commands commands,
            KnownResources resources) {
        this.door = door;
        this.forms = forms;
        this.placement = placement;
        this.commands = commands;
        this.resources = resources;
    }

    ResourceState create(JsonNode body, Caller caller, RequestIds ids) {
        return create(body, null, caller, ids);
    }

    /**
     * @param adoption null for a resource that is to be made
     */
    ResourceState create(JsonNode body, Adoption adoption, Caller caller, RequestIds ids) {
        if (ids.resumed()) {
            Optional<ResourceState> made = resources.find(ids.resourceId());
            if (made.isPresent()) {
                return made.get();
            }
        }
        ObjectNode object = ResourceForms.object(body);
        String owner = ids.resourceId().value();
        Admission secrets = door.admit(owner, FIRST_GENERATION, object.get("config"));
        CreateResourceRequest request = forms.creation(object, secrets.errors());
        Granted granted = placement.place(placementOf(request, caller, ids.resourceId()));
        try {
            secrets.keep();
            return commands.send(commandOf(request, granted, adoption, caller, ids));
        } catch (Rejection rejection) {
            undo(granted.nodeId(), ids.resourceId(), secrets);
            throw rejection;
        }
    }

    private static PlacementRequest placementOf(
            CreateResourceRequest request, Caller caller, ResourceId id) {
        return new PlacementRequest(
                id,
                request.name(),
                caller.orgId(),
                Demands.of(request.config()),
                request.nodeId() == null ? null : NodeId.of(request.nodeId()),
                caller.isAdmin(),
                request.nodeSelector(),
                request.placementStrategy() == null
                        ? null
                        : Strategy.valueOf(request.placementStrategy().toUpperCase(Locale.ROOT)));
    }

    private static CreateResource commandOf(
            CreateResourceRequest request,
            Granted granted,
            Adoption adoption,
            Caller caller,
            RequestIds ids) {
        return new CreateResource(
                ids.resourceId(),
                request.name(),
                request.description(),
                request.labels(),
                caller.asOwner(),
                granted.nodeId(),
                request.config(),
                granted.claims(),
                request.computeWhenStopped() == null
                        ? ComputeWhenStopped.KEEP
                        : request.computeWhenStopped(),
                request.onDivergence(),
                granted.decision(),
                granted.simulated(),
                ids.executionId(),
                adoption);
    }

    /** What a resource holds that exists all the same is not given away. */
    private void undo(NodeId node, ResourceId id, Admission secrets) {
        if (resources.find(id).isEmpty()) {
            secrets.forget();
            commands.send(new ReleaseCapacity(node, id, "the resource was not created"));
        }
    }
}
