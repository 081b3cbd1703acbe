package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.command.token.IssuedToken;
import dev.aiwm.command.token.NodeTokens;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeToken;
import dev.aiwm.contracts.node.command.CordonNode;
import dev.aiwm.contracts.node.command.EnrolNode;
import dev.aiwm.contracts.node.command.ReadmitNode;
import dev.aiwm.contracts.node.command.RemoveNode;
import dev.aiwm.contracts.node.command.RevokeNodeToken;
import dev.aiwm.contracts.node.command.ShutOutNode;
import dev.aiwm.contracts.node.command.UncordonNode;
import dev.aiwm.contracts.node.query.NodeView;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.request.ETags;
import dev.aiwm.web.request.IfMatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Wishes about nodes. Nodes serve every organisation, so only administrators have them. */
@RestController
@RequestMapping("/api/nodes")
@Tag(name = "Nodes")
class NodeController {
    private static final String MADE_UP = "node-";

    private final Commands commands;
    private final NodeChanges changes;
    private final NodeTokens tokens;

    NodeController(Commands commands, NodeChanges changes, NodeTokens tokens) {
        this.commands = commands;
        this.changes = changes;
        this.tokens = tokens;
    }

    @PostMapping
    @Operation(
            operationId = "createNode",
            summary = "Make a node known, before its agent has ever called")
    @ApiResponse(responseCode = "201", description = "The node, pending until its agent calls")
    ResponseEntity<NodeView> create(
            @RequestBody @Valid CreateNodeRequest request, Caller caller, RequestIds ids) {
        caller.requireAdmin();
        List<FieldError> errors = new ArrayList<>();
        ResourceForms.labels("/labels", request.labels(), errors);
        ResourceForms.refuse(errors);
        NodeId id =
                NodeId.of(
                        request.nodeId() == null
                                ? MADE_UP + ids.resourceId().value()
                                : request.nodeId());
        NodeState state =
                commands.send(
                        new EnrolNode(
                                id,
                                request.name(),
                                request.description(),
                                request.role(),
                                request.labels(),
                                request.isShared() ? null : caller.asOwner(),
                                request.cpuOvercommit() == null
                                        ? NodeState.DEFAULT_CPU_OVERCOMMIT
                                        : request.cpuOvercommit()));
        return ResponseEntity.created(URI.create("/api/nodes/" + id.value()))
                .eTag(ETags.of(state.sequence()))
                .body(NodeView.of(state, null));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", "application/json"})
    @Operation(operationId = "updateNode", summary = "Change a node by a JSON merge patch")
    ResponseEntity<NodeView> update(
            @PathVariable NodeId id,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    UpdateNodeRequest.class)))
                    JsonNode body,
            Caller caller,
            IfMatch version) {
        caller.requireAdmin();
        return answer(changes.apply(id, body, version));
    }

    @DeleteMapping("/{id}")
    @Operation(
            operationId = "removeNode",
            summary = "Take a node out; refused while anything is claimed on it")
    ResponseEntity<NodeView> remove(@PathVariable NodeId id, Caller caller, IfMatch version) {
        caller.requireAdmin();
        return answer(commands.send(new RemoveNode(id, version.expectedSequence())));
    }

    @PostMapping("/{id}/cordon")
    @Operation(operationId = "cordonNode", summary = "Place nothing new on a node")
    ResponseEntity<NodeView> cordon(
            @PathVariable NodeId id,
            @RequestBody(required = false) @Valid CordonRequest request,
            Caller caller,
            IfMatch version) {
        caller.requireAdmin();
        String reason = CordonRequest.orDefault(request).reason();
        return answer(commands.send(new CordonNode(id, reason, version.expectedSequence())));
    }

    @PostMapping("/{id}/uncordon")
    @Operation(operationId = "uncordonNode", summary = "Let things be placed on a node again")
    ResponseEntity<NodeView> uncordon(
            @PathVariable NodeId id,
            @RequestBody(required = false) Nothing nothing,
            Caller caller,
            IfMatch version) {
        caller.requireAdmin();
        return answer(commands.send(new UncordonNode(id, version.expectedSequence())));
    }

    @PostMapping("/{id}/fence")
    @Operation(
            operationId = "fenceNode",
            summary = "Cut a node off and keep its agent out",
            description =
                    "Its resources become unknown, nothing is placed on it, and its agent is not"
                            + " let in, however often it calls, until the node is unfenced.")
    ResponseEntity<NodeView> fence(
            @PathVariable NodeId id,
            @RequestBody @Valid FenceRequest request,
            Caller caller,
            IfMatch version) {
        caller.requireAdmin();
        return answer(
                commands.send(new ShutOutNode(id, request.reason(), version.expectedSequence())));
    }

    @PostMapping("/{id}/unfence")
    @Operation(
            operationId = "unfenceNode",
            summary = "Let the agent of a node in again",
            description = "The node is online once its agent has called.")
    ResponseEntity<NodeView> unfence(
            @PathVariable NodeId id,
            @RequestBody(required = false) Nothing nothing,
            Caller caller,
            IfMatch version) {
        caller.requireAdmin();
        return answer(commands.send(new ReadmitNode(id, version.expectedSequence())));
    }

    @PostMapping("/{id}/token")
    @Operation(
            operationId = "issueNodeToken",
            summary = "Make a token with which an agent gets in as this node",
            description = "The token is shown in this answer and never again.")
    @ApiResponse(responseCode = "201", description = "The token")
    ResponseEntity<TokenAnswer> issueToken(
            @PathVariable NodeId id,
            @RequestBody(required = false) @Valid TokenRequest request,
            Caller caller) {
        caller.requireAdmin();
        TokenRequest wanted = TokenRequest.orDefault(request);
        IssuedToken issued =
                tokens.issue(id, Duration.ofSeconds(wanted.seconds()), wanted.description());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Cache-Control", "no-store")
                .body(
                        new TokenAnswer(
                                id.value(),
                                issued.token(),
                                issued.expiresAt(),
                                wanted.seconds(),
                                issued.tokenId()));
    }

    @DeleteMapping("/{id}/token")
    @Operation(
            operationId = "revokeNodeToken",
            summary = "Let one token of a node, or all of them, be good no longer")
    @ApiResponse(responseCode = "200", description = "The node")
    ResponseEntity<NodeView> revokeToken(
            @PathVariable NodeId id,
            @RequestParam(required = false) String tokenId,
            Caller caller) {
        caller.requireAdmin();
        NodeState state = changes.present(id);
        List<String> revoked =
                tokenId != null
                        ? List.of(tokenId)
                        : state.tokens().stream()
                                .filter(token -> !token.revoked())
                                .map(NodeToken::tokenId)
                                .toList();
        for (String token : revoked) {
            state = commands.send(new RevokeNodeToken(id, token));
        }
        return answer(state);
    }

    private static ResponseEntity<NodeView> answer(NodeState state) {
        return ResponseEntity.ok().eTag(ETags.of(state.sequence())).body(NodeView.of(state, null));
    }
}
