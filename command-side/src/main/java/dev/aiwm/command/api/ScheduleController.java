package dev.aiwm.command.api;

import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.query.BulkView;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.query.ScheduleView;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.ETags;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.Prefer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.net.URI;

/** Wishes about schedules. */
@RestController
@RequestMapping("/api/schedules")
@Tag(name = "Schedules")
class ScheduleController {
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final int TIMES_SHOWN = 5;

    private final Schedules schedules;
    private final BulkAnswers answers;

    ScheduleController(Schedules schedules, BulkAnswers answers) {
        this.schedules = schedules;
        this.answers = answers;
    }

    @PostMapping(consumes = JSON)
    @Operation(
            operationId = "createSchedule",
            summary = "Have something done to resources at certain times",
            description =
                    "Once at an instant, once after a while, or again and again by a cron"
                            + " expression in a time zone; to one resource, or to those that match"
                            + " a filter whenever it is time. What is done is done as the user who"
                            + " asked. `retention` lets it delete the oldest of the snapshots that"
                            + " it made itself, after it has made a newer one.")
    @ApiResponse(responseCode = "201", description = "The schedule, with the times to come")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    ResponseEntity<ScheduleView> create(
            @org.springframework.web.bind.annotation.RequestBody
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    ScheduleRequest.class)))
                    JsonNode body,
            Caller caller,
            RequestIds ids) {
        var id = ScheduleId.of(ids.resourceId().value());
        ScheduleState state = schedules.create(body, id, caller);
        return ResponseEntity.created(URI.create("/api/schedules/" + id.value()))
                .eTag(ETags.of(state.sequence()))
                .body(ScheduleView.of(state, TIMES_SHOWN));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MERGE_PATCH, JSON})
    @Operation(
            operationId = "updateSchedule",
            summary = "Change a schedule by a JSON merge patch",
            description =
                    "`enabled: false` suspends it: times that pass meanwhile are not made up for."
                            + " A run that is under way goes on as it began.")
    ResponseEntity<ScheduleView> update(
            @PathVariable ScheduleId id,
            @org.springframework.web.bind.annotation.RequestBody
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    UpdateScheduleRequest.class)))
                    JsonNode body,
            Caller caller,
            IfMatch version) {
        return answer(schedules.change(id, body, caller, version));
    }

    @DeleteMapping("/{id}")
    @Operation(
            operationId = "deleteSchedule",
            summary = "Delete a schedule",
            description = "What it did stays done, and a run that is under way goes on.")
    ResponseEntity<ScheduleView> delete(
            @PathVariable ScheduleId id, Caller caller, IfMatch version) {
        return answer(schedules.delete(id, caller, version));
    }

    @PostMapping("/{id}/run")
    @Operation(
            operationId = "runSchedule",
            summary = "Run a schedule now",
            description = "Whatever the time; the times to come stay as they are.")
    @ApiResponse(
            responseCode = "200",
            description = "The run ended while the client waited",
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The run has begun",
            headers =
                    @Header(
                            name = "Location",
                            description = "The bulk operation that does the work",
                            schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = BulkView.class)))
    Object run(
            @PathVariable ScheduleId id,
            @org.springframework.web.bind.annotation.RequestBody(required = false) Nothing nothing,
            Caller caller,
            RequestIds ids,
            IfMatch version,
            Prefer prefer) {
        var bulkId = BulkId.of(ids.executionId().value());
        return answers.answerLater(
                bulkId, prefer, () -> schedules.run(id, bulkId, caller, version));
    }

    private static ResponseEntity<ScheduleView> answer(ScheduleState state) {
        return ResponseEntity.ok()
                .eTag(ETags.of(state.sequence()))
                .body(ScheduleView.of(state, TIMES_SHOWN));
    }
}
