package dev.aiwm.command.live;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.aiwm.command.placement.VisibleNodes;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.ImageList;
import dev.aiwm.contracts.protocol.NodeImages;
import dev.aiwm.web.identity.Caller;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

import java.time.Duration;
import java.util.List;

/** Which images machines can be made from on a node. */
@RestController
@RequestMapping("/api/images")
@Tag(name = "Live calls")
class ImageController {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 256 * 1024;

    private final OneShot oneShot;
    private final VisibleNodes nodes;

    ImageController(OneShot oneShot, VisibleNodes nodes) {
        this.oneShot = oneShot;
        this.nodes = nodes;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NodeImagesAnswer(String nodeId, List<NodeImages.Image> items) {}

    @GetMapping
    @Operation(
            operationId = "listImages",
            summary = "List the images for machines on a node",
            description =
                    "Each name that a virtual machine may ask for, with what is to be done on the"
                            + " node to have it when it is not there.")
    DeferredResult<NodeImagesAnswer> list(
            @Parameter(description = "The node", example = "local-sim") @RequestParam NodeId nodeId,
            Caller caller) {
        nodes.require(nodeId, caller);
        return oneShot.ask(
                nodeId, new ImageList(), MOST_BYTES, PATIENCE, outcome -> answer(nodeId, outcome));
    }

    private static NodeImagesAnswer answer(NodeId nodeId, Outcome outcome) {
        if (outcome.timedOut()) {
            throw new Rejection(RejectionCode.TIMED_OUT, "the node did not answer in time");
        }
        var images = LiveJson.read(outcome.out(), NodeImages.class).images();
        return new NodeImagesAnswer(nodeId.value(), images);
    }
}
