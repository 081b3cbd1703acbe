package dev.aiwm.command.api;

import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.AdoptableContainer;
import dev.aiwm.contracts.resource.Adoption;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.ResourceType;
import dev.aiwm.contracts.resource.config.EnvironmentValue;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.Prefer;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * From a container of a node that is not ours to the resource that it is from then on, by the way
 * of every other resource: what it holds is claimed first. Nobody has said which of its variables
 * are secrets, so each is taken for one.
 */
@Component
public class AdoptedContainers {
    private final Creation creation;
    private final Acting acting;
    private final KnownResources resources;
    private final JsonMapper json;

    AdoptedContainers(Creation creation, Acting acting, KnownResources resources, JsonMapper json) {
        this.creation = creation;
        this.resources = resources;
        this.acting = acting;
        this.json = json;
    }

    /**
     * Answers as any action does.
     *
     * @param found what the node says of the container, asked only when it is needed
     */
    public Object adopt(
            NodeId nodeId,
            AdoptContainerRequest request,
            Supplier<AdoptableContainer> found,
            Caller caller,
            RequestIds ids,
            Prefer prefer) {
        return acting.act(
                ResourceAction.CREATE,
                prefer,
                () ->
                        earlier(ids)
                                .orElseGet(
                                        () -> adopted(nodeId, request, found.get(), caller, ids)),
                state -> state.status() == ResourceStatus.RUNNING);
    }

    /** What an attempt at the same request made: the node would say that it is ours. */
    private Optional<ResourceState> earlier(RequestIds ids) {
        return ids.resumed() ? resources.find(ids.resourceId()) : Optional.empty();
    }

    private ResourceState adopted(
            NodeId nodeId,
            AdoptContainerRequest request,
            AdoptableContainer found,
            Caller caller,
            RequestIds ids) {
        ObjectNode body = json.createObjectNode();
        body.put("name", request.name() == null ? found.containerName() : request.name());
        body.put("description", request.description());
        body.put("resourceType", ResourceType.APPLICATION_CONTAINER.wire());
        body.put("nodeId", nodeId.value());
        if (request.labels() != null) {
            body.set("labels", json.valueToTree(request.labels()));
        }
        if (request.onDivergence() != null) {
            body.set("onDivergence", json.valueToTree(request.onDivergence()));
        }
        body.set("config", config(found));
        return creation.create(
                body, new Adoption(found.containerId(), found.containerName()), caller, ids);
    }

    private ObjectNode config(AdoptableContainer found) {
        ObjectNode config = json.valueToTree(found.config());
        config.put("type", ResourceType.APPLICATION_CONTAINER.wire());
        ObjectNode environment = config.putObject("environment");
        found.config().environment().forEach((name, value) -> variable(environment, name, value));
        return config;
    }

    private static void variable(ObjectNode environment, String name, EnvironmentValue value) {
        if (value.text() == null || value.text().isEmpty()) {
            environment.put(name, "");
            return;
        }
        environment.putObject(name).put("value", value.text()).put("secret", true);
    }
}
