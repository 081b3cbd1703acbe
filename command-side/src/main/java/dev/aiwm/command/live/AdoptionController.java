package dev.aiwm.command.live;

import dev.aiwm.command.api.AdoptContainerRequest;
import dev.aiwm.command.api.AdoptedContainers;
import dev.aiwm.command.api.AsynchronousAction;
import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.command.placement.VisibleNodes;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.AdoptableContainer;
import dev.aiwm.contracts.protocol.ContainerDescribe;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.Prefer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes over containers that somebody else made. */
@RestController
@RequestMapping("/api/nodes/{id}/containers/{containerId}")
@Tag(name = "Nodes")
class AdoptionController {
    private final VisibleNodes nodes;
    private final Inquiry inquiry;
    private final AdoptedContainers containers;

    AdoptionController(VisibleNodes nodes, Inquiry inquiry, AdoptedContainers containers) {
        this.nodes = nodes;
        this.inquiry = inquiry;
        this.containers = containers;
    }

    @PostMapping("/adopt")
    @Operation(
            operationId = "adoptContainer",
            summary = "Make a container that is not managed a resource",
            description =
                    "What it is made of is read from the engine and what it holds is claimed; it"
                            + " goes on running. It gets another name on its engine, which is the"
                            + " mark that it is managed. Only administrators may: what somebody"
                            + " else made may hold what its user must not see.")
    @AsynchronousAction
    Object adopt(
            @PathVariable NodeId id,
            @Parameter(description = "Its id on the engine, or its name there") @PathVariable
                    String containerId,
            @RequestBody(required = false) @Valid AdoptContainerRequest request,
            Caller caller,
            RequestIds ids,
            Prefer prefer) {
        caller.requireAdmin();
        nodes.require(id, caller);
        return containers.adopt(
                id,
                AdoptContainerRequest.orDefault(request),
                () -> inquiry.ask(id, new ContainerDescribe(containerId), AdoptableContainer.class),
                caller,
                ids,
                prefer);
    }
}
