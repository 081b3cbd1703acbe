package dev.aiwm.command.api;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/**
 * Live calls that need the engine of a node (R030 to R037): refused as not offered, since no answer
 * is better than an invented one.
 */
@RestController
@RequestMapping("/api/resources/{id}")
@Tag(name = "Live calls")
@ApiResponse(
        responseCode = "501",
        description = "Not offered yet",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(ref = "#/components/schemas/Problem")))
class NotYetController {

    @PostMapping("/snapshots")
    @Operation(operationId = "createSnapshot", summary = "Take a snapshot of a VM")
    void createSnapshot(@PathVariable String id) {
        throw notYet("snapshots");
    }

    @GetMapping("/snapshots")
    @Operation(operationId = "listSnapshots", summary = "Snapshots of a VM")
    void listSnapshots(@PathVariable String id) {
        throw notYet("snapshots");
    }

    @PostMapping("/snapshots/{snapshotId}/restore")
    @Operation(operationId = "restoreSnapshot", summary = "Take a VM back to a snapshot")
    void restoreSnapshot(@PathVariable String id, @PathVariable String snapshotId) {
        throw notYet("snapshots");
    }

    @DeleteMapping("/snapshots/{snapshotId}")
    @Operation(operationId = "deleteSnapshot", summary = "Delete a snapshot")
    void deleteSnapshot(@PathVariable String id, @PathVariable String snapshotId) {
        throw notYet("snapshots");
    }

    private static Rejection notYet(String what) {
        return new Rejection(
                RejectionCode.NOT_IMPLEMENTED,
                what + " needs the node's engine and is not offered yet",
                Map.of("feature", what));
    }
}
