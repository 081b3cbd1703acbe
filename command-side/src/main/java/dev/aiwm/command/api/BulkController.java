package dev.aiwm.command.api;

import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.bulk.query.BulkView;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.Prefer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Wishes about many resources at once. */
@RestController
@Tag(name = "Bulk operations")
class BulkController {
    private final BulkOperations operations;
    private final BulkAnswers answers;

    BulkController(BulkOperations operations, BulkAnswers answers) {
        this.operations = operations;
        this.answers = answers;
    }

    @PostMapping("/api/resources/bulk")
    @Operation(
            operationId = "startBulkOperation",
            summary = "Do the same to many resources",
            description =
                    "To those that match a filter now, or to those named. So many have their turn"
                            + " at a time, each once; what one of them refuses does not keep the"
                            + " others from it. `dryRun` shows which they would be.")
    @ApiResponse(
            responseCode = "200",
            description = "It ended while the client waited; or the plan, of a dry run",
            content = @Content(schema = @Schema(oneOf = {BulkView.class, BulkPlanView.class})))
    @ApiResponse(
            responseCode = "202",
            description = "The work has begun",
            headers =
                    @Header(
                            name = "Location",
                            description = "The bulk operation",
                            schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    Object start(
            @RequestBody @Valid BulkRequest request, Caller caller, RequestIds ids, Prefer prefer) {
        operations.check(request);
        List<ResourceState> states = operations.resourcesOf(request, caller);
        if (request.dryRun()) {
            int parallelism = operations.parallelism(request);
            return BulkPlanView.of(request.operation(), parallelism, states);
        }
        var id = BulkId.of(ids.executionId().value());
        return answers.answer(id, prefer, () -> operations.start(request, states, id, caller));
    }

    @DeleteMapping("/api/bulk-operations/{id}")
    @Operation(
            operationId = "cancelBulkOperation",
            summary = "Cancel the rest of a bulk operation",
            description =
                    "Resources that have not had their turn get none; the others go on, and are"
                            + " waited for unless `force` says not to.")
    @ApiResponse(
            responseCode = "200",
            description = "It ended while the client waited, or at once",
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "What is under way goes on to its end",
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    Object cancel(
            @PathVariable BulkId id,
            @RequestParam(defaultValue = "false") boolean force,
            Caller caller,
            IfMatch version,
            Prefer prefer) {
        return answers.answer(id, prefer, () -> operations.cancel(id, caller, force, version));
    }
}
