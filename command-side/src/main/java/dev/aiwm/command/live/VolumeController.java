package dev.aiwm.command.live;

import dev.aiwm.command.placement.VisibleNodes;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.NodeVolumes;
import dev.aiwm.contracts.protocol.VolumeCreate;
import dev.aiwm.contracts.protocol.VolumeList;
import dev.aiwm.contracts.protocol.VolumeMade;
import dev.aiwm.contracts.protocol.VolumeRemove;
import dev.aiwm.web.identity.Caller;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Volumes with names on a node; each is of one organisation. */
@RestController
@RequestMapping("/api/volumes")
@Tag(name = "Live calls")
class VolumeController {
    private static final Logger LOGGER = LoggerFactory.getLogger(VolumeController.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 1024 * 1024;

    private final OneShot oneShot;
    private final VisibleNodes nodes;

    VolumeController(OneShot oneShot, VisibleNodes nodes) {
        this.oneShot = oneShot;
        this.nodes = nodes;
    }

    @Schema(name = "NodeVolumes")
    record NodeVolumesAnswer(String nodeId, List<VolumeAnswer> items) {}

    @GetMapping
    @Operation(
            operationId = "listVolumes",
            summary = "List the volumes with names on a node",
            description =
                    "Those of the caller's organisation, and who uses them. Administrators see"
                            + " those of all organisations.")
    DeferredResult<NodeVolumesAnswer> list(
            @Parameter(description = "The node", example = "local-sim") @RequestParam NodeId nodeId,
            Caller caller) {
        nodes.require(nodeId, caller);
        return ask(
                nodeId,
                new VolumeList(),
                outcome -> {
                    var volumes = LiveJson.read(outcome.out(), NodeVolumes.class).volumes();
                    return new NodeVolumesAnswer(
                            nodeId.value(),
                            volumes.stream()
                                    .filter(volume -> isFor(caller, volume.org()))
                                    .map(volume -> VolumeAnswer.of(nodeId, volume))
                                    .toList());
                });
    }

    @PostMapping
    @Operation(
            operationId = "createVolume",
            summary = "Have a volume on a node",
            description =
                    "Makes an empty one for the caller's organisation, or finds the one that it"
                            + " has: that keeps its labels. Containers use it by its name, as the"
                            + " `hostPath` of a mount. Names are the node's: one that another"
                            + " organisation uses is refused.")
    @ApiResponse(
            responseCode = "200",
            description = "It was there",
            content = @Content(schema = @Schema(implementation = VolumeAnswer.class)))
    @ApiResponse(
            responseCode = "201",
            description = "It was made",
            content = @Content(schema = @Schema(implementation = VolumeAnswer.class)))
    DeferredResult<ResponseEntity<VolumeAnswer>> create(
            @RequestBody @Valid CreateVolumeRequest request, Caller caller) {
        request.check();
        var nodeId = NodeId.of(request.nodeId());
        nodes.require(nodeId, caller);
        LOGGER.info(
                "{} wants volume {} on node {}", caller.userId(), request.name(), request.nodeId());
        return ask(
                nodeId,
                new VolumeCreate(request.name(), caller.orgId(), request.labels()),
                outcome -> {
                    var made = LiveJson.read(outcome.out(), VolumeMade.class);
                    return ResponseEntity.status(made.made() ? HttpStatus.CREATED : HttpStatus.OK)
                            .body(VolumeAnswer.of(nodeId, made.volume()));
                });
    }

    @DeleteMapping("/{name}")
    @Operation(
            operationId = "deleteVolume",
            summary = "Remove a volume and what is in it",
            description =
                    "Refused while a container uses it, running or not; the refusal says which."
                            + " Only administrators remove those of other organisations.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    DeferredResult<ResponseEntity<Void>> delete(
            @PathVariable String name,
            @Parameter(description = "The node", example = "local-sim") @RequestParam NodeId nodeId,
            Caller caller) {
        nodes.require(nodeId, caller);
        CreateVolumeRequest.requireName(name);
        LOGGER.info("{} removes volume {} of node {}", caller.userId(), name, nodeId.value());
        return ask(
                nodeId,
                new VolumeRemove(name, caller.isAdmin() ? null : caller.orgId()),
                outcome -> ResponseEntity.noContent().build());
    }

    /** One that says nobody's is for administrators. */
    private static boolean isFor(Caller caller, String org) {
        return caller.isAdmin() || caller.orgId().equals(org);
    }

    private <T> DeferredResult<T> ask(
            NodeId nodeId, AgentCommand command, Function<Outcome, T> answer) {
        return oneShot.ask(
                nodeId,
                command,
                MOST_BYTES,
                PATIENCE,
                outcome -> {
                    if (outcome.timedOut()) {
                        throw new Rejection(
                                RejectionCode.TIMED_OUT, "the node did not answer in time");
                    }
                    return answer.apply(outcome);
                });
    }
}
