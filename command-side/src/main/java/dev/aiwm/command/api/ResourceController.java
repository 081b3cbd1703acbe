package dev.aiwm.command.api;

import dev.aiwm.command.idempotency.RequestIds;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.query.ResourceView;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.Prefer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

/** Wishes about resources. What is waited for is answered later, all else at once. */
@RestController
@RequestMapping("/api/resources")
@Tag(name = "Resources")
class ResourceController {
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String JSON = "application/json";

    private final Creation creation;
    private final Change change;
    private final Lifecycle lifecycle;
    private final Acting acting;
    private final LaterAnswers later;

    ResourceController(
            Creation creation,
            Change change,
            Lifecycle lifecycle,
            Acting acting,
            LaterAnswers later) {
        this.creation = creation;
        this.change = change;
        this.lifecycle = lifecycle;
        this.acting = acting;
        this.later = later;
    }

    @PostMapping(consumes = JSON)
    @Operation(
            operationId = "createResource",
            summary = "Create a virtual machine or a container",
            description =
                    "Capacity is reserved before the answer, the work goes on after it. Secrets are"
                            + " taken in plain text, kept encrypted, and never shown again.")
    @ApiResponse(
            responseCode = "201",
            description = "The resource, queued; or as it is after `Prefer: wait`",
            content = @Content(schema = @Schema(implementation = ResourceView.class)))
    @ApiResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    Object create(
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    CreateResourceRequest.class)))
                    JsonNode body,
            Caller caller,
            RequestIds ids,
            Prefer prefer) {
        ResourceState state = creation.create(body, caller, ids);
        if (!prefer.wantsToWait() || state.operation() == null) {
            return Answers.created(state, prefer);
        }
        return later.answer(
                acting.endOf(state, prefer),
                prefer,
                () -> Answers.created(acting.fresh(state), prefer));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MERGE_PATCH, JSON})
    @Operation(
            operationId = "updateResource",
            summary = "Change a resource by a JSON merge patch",
            description =
                    "`status` may be `running` or `stopped`: it states the wanted state and starts"
                            + " the work. A secret that is absent is kept, null deletes it. While"
                            + " it runs or is paused the size can be changed, which is work that"
                            + " begins with the answer; all else of the configuration while it is"
                            + " stopped or failed. Disks only grow, and not under snapshots. A"
                            + " refused patch changes nothing. Another size of what runs and a"
                            + " start or stop are two requests.")
    @ApiResponse(
            responseCode = "200",
            description = "The resource",
            content = @Content(schema = @Schema(implementation = ResourceView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The resource; work has begun",
            content = @Content(schema = @Schema(implementation = ResourceView.class)))
    Object update(
            @PathVariable ResourceId id,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    UpdateResourceRequest.class)))
                    JsonNode body,
            Caller caller,
            RequestIds ids,
            IfMatch version,
            Prefer prefer) {
        ResourceState state = change.apply(id, body, caller, ids.executionId(), version);
        if (!prefer.wantsToWait() || state.operation() == null) {
            return updated(state, prefer);
        }
        return later.answer(
                acting.endOf(state, prefer), prefer, () -> updated(acting.fresh(state), prefer));
    }

    private static Object updated(ResourceState state, Prefer prefer) {
        return state.operation() == null
                ? Answers.changed(state)
                : Answers.accepted(state, prefer).body(ResourceView.of(state));
    }

    @DeleteMapping("/{id}")
    @Operation(
            operationId = "deleteResource",
            summary = "Delete a resource",
            description =
                    "Removes what the engine made and gives the capacity back; the record stays."
                            + " `force` gives up on an engine that does not answer.")
    @AsynchronousAction
    Object delete(
            @PathVariable ResourceId id,
            @RequestParam(defaultValue = "false") boolean force,
            Caller caller,
            RequestIds ids,
            IfMatch version,
            Prefer prefer) {
        return acting.act(
                ResourceAction.DELETE,
                prefer,
                () -> lifecycle.delete(id, ids.executionId(), caller, force, version));
    }

    @PostMapping("/{id}/start")
    @Operation(operationId = "startResource", summary = "Start a stopped or failed resource")
    @AsynchronousAction
    Object start(
            @PathVariable ResourceId id,
            @RequestBody(required = false) Nothing nothing,
            Caller caller,
            RequestIds ids,
            IfMatch version,
            Prefer prefer) {
        return acting.act(
                ResourceAction.START,
                prefer,
                () -> lifecycle.start(id, ids.executionId(), caller, version));
    }

    @PostMapping("/{id}/stop")
    @Operation(operationId = "stopResource", summary = "Stop a running resource")
    @AsynchronousAction
    Object stop(
            @PathVariable ResourceId id,
            @RequestBody(required = false) @Valid StopRequest how,
            Caller caller,
            RequestIds ids,
            IfMatch version,
            Prefer prefer) {
        var request = StopRequest.orDefault(how);
        return acting.act(
                ResourceAction.STOP,
                prefer,
                () -> lifecycle.stop(id, ids.executionId(), caller, request, version));
    }

    @PostMapping("/{id}/restart")
    @Operation(operationId = "restartResource", summary = "Restart a running resource")
    @AsynchronousAction
    Object restart(
            @PathVariable ResourceId id,
            @RequestBody(required = false) @Valid StopRequest how,
            Caller caller,
            RequestIds ids,
            IfMatch version,
            Prefer prefer) {
        var request = StopRequest.orDefault(how);
        return acting.act(
                ResourceAction.RESTART,
                prefer,
                () -> lifecycle.restart(id, ids.executionId(), caller, request, version));
    }

    @PostMapping("/{id}/pause")
    @Operation(
            operationId = "pauseResource",
            summary = "Pause a running resource",
            description = "It keeps its memory and all that it claims, and does not go on.")
    @AsynchronousAction
    Object pause(
            @PathVariable ResourceId id,
            @RequestBody(required = false) Nothing nothing,
            Caller caller,
            RequestIds ids,
            IfMatch version,
            Prefer prefer) {
        return acting.act(
                ResourceAction.PAUSE,
                prefer,
                () -> lifecycle.pause(id, ids.executionId(), caller, version));
    }

    @PostMapping("/{id}/resume")
    @Operation(operationId = "resumeResource", summary = "Let a paused resource go on")
    @AsynchronousAction
    Object resume(
            @PathVariable ResourceId id,
            @RequestBody(required = false) Nothing nothing,
            Caller caller,
            RequestIds ids,
            IfMatch version,
            Prefer prefer) {
        return acting.act(
                ResourceAction.RESUME,
                prefer,
                () -> lifecycle.resume(id, ids.executionId(), caller, version));
    }
}
