package dev.aiwm.query.projection;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.query.listing.Answers;
import dev.aiwm.support.projection.ProjectionStatus;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.web.identity.Caller;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** How projections do, and building them anew. */
@RestController
@RequestMapping("/api/admin/projections")
@Tag(name = "Administration")
class ProjectionAdminController {
    private static final String PATH = "/api/admin/projections/";

    private final List<Projections> sides;
    private final Semaphore room = new Semaphore(1);

    ProjectionAdminController(List<Projections> sides) {
        this.sides = List.copyOf(sides);
    }

    @GetMapping
    @Operation(
            operationId = "listProjections",
            summary = "List projections",
            description = "Those of this process. Needs the role admin.")
    ProjectionsView list(Caller caller) {
        caller.requireAdmin();
        return new ProjectionsView(
                sides.stream()
                        .flatMap(
                                side ->
                                        side.status().stream()
                                                .map(it -> ProjectionView.of(side.side(), it)))
                        .toList());
    }

    @GetMapping("/{name}")
    @Operation(
            operationId = "getProjection",
            summary = "Get a projection and the progress of its rebuild",
            description = "Needs the role admin.")
    ProjectionView get(@PathVariable String name, Caller caller) {
        caller.requireAdmin();
        return find(name, side -> side.status(name));
    }

    @PostMapping("/{name}/rebuild")
    @Operation(
            operationId = "rebuildProjection",
            summary = "Build a projection anew from the events",
            description =
                    "The old answers stay until the new collection has caught up and takes over."
                            + " While a rebuild is under way, asking again changes nothing. Needs"
                            + " the role admin.",
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            description = "Ordered; Location tells of the progress",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    ProjectionView.class))))
    ResponseEntity<ProjectionView> rebuild(@PathVariable String name, Caller caller) {
        caller.requireAdmin();
        ProjectionView view = find(name, side -> side.rebuild(name, caller.userId()));
        return ResponseEntity.accepted().location(URI.create(PATH + view.name())).body(view);
    }

    @GetMapping("/{name}/verify")
    @Operation(
            operationId = "verifyProjection",
            summary = "Compare a read model with its events",
            description =
                    "Folds the events of each document from the first one and names the documents"
                            + " that are something else, of which there must be none. May be asked"
                            + " while the model is written. Needs the role admin.")
    ProjectionCheckView verify(@PathVariable String name, Caller caller) {
        caller.requireAdmin();
        find(name, side -> side.status(name));
        if (!room.tryAcquire()) {
            throw new Rejection(
                    RejectionCode.TOO_MANY_REQUESTS, "such a check is under way already");
        }
        try {
            return sides.stream()
                    .map(side -> side.verify(name))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(ProjectionCheckView::of)
                    .orElseThrow(
                            () ->
                                    new Rejection(
                                            RejectionCode.NOT_FOR_THIS_TYPE,
                                            "'" + name + "' is an index of what is to be done"));
        } finally {
            room.release();
        }
    }

    private ProjectionView find(
            String name, Function<Projections, Optional<ProjectionStatus>> asked) {
        for (Projections side : sides) {
            Optional<ProjectionStatus> status = asked.apply(side);
            if (status.isPresent()) {
                return ProjectionView.of(side.side(), status.get());
            }
        }
        throw Answers.nothing("projection", name);
    }
}
