package dev.aiwm.command.api;

import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.query.BulkView;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.ETags;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.Prefer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Wishes about many resources at once. */
@RestController
@Tag(name = "Bulk operations")
class BulkController {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final String RETRY_AFTER_SECONDS = "2";

    private final BulkOperations operations;
    private final BulkOutcomes outcomes;
    private final LaterAnswers later;

    BulkController(BulkOperations operations, BulkOutcomes outcomes, LaterAnswers later) {
        this.operations = operations;
        this.outcomes = outcomes;
        this.later = later;
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
        CompletableFuture<Boolean> end = endOf(id, prefer);
        return answer(operations.start(request, states, id, caller), end, prefer);
    }

    @DeleteMapping("/api/bulk-operations/{id}")
    @Operation(
            operationId = "cancelBulkOperation",
            summary = "Cancel the rest of a bulk operation",
            description = "Resources that have not had their turn get none; the others go on.")
    @ApiResponse(
            responseCode = "200",
            description = "It ended while the client waited, or at once",
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "What is under way goes on to its end",
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    Object cancel(@PathVariable BulkId id, Caller caller, IfMatch version, Prefer prefer) {
        CompletableFuture<Boolean> end = endOf(id, prefer);
        return answer(operations.cancel(id, caller, version), end, prefer);
    }

    private CompletableFuture<Boolean> endOf(BulkId id, Prefer prefer) {
        return prefer.wantsToWait() ? outcomes.of(id, prefer.patience()) : null;
    }

    private Object answer(BulkState state, CompletableFuture<Boolean> end, Prefer prefer) {
        return end == null || state.status().isEnded()
                ? answer(state, prefer)
                : later.answer(end, prefer, () -> answer(operations.find(state.bulkId()), prefer));
    }

    private static ResponseEntity<BulkView> answer(BulkState state, Prefer prefer) {
        boolean ended = state.status().isEnded();
        var answer =
                ResponseEntity.status(ended ? OK : ACCEPTED)
                        .location(URI.create("/api/bulk-operations/" + state.bulkId().value()))
                        .eTag(ETags.of(state.sequence()));
        if (!ended) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (prefer.wantsToWait()) {
            answer.header(Prefer.APPLIED, prefer.applied());
        }
        return answer.body(BulkView.of(state));
    }
}
