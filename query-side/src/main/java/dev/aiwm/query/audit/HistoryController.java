package dev.aiwm.query.audit;

import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.query.listing.Answers;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.stream.Owners;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.TrailParameters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;

/** What happened to one entity. */
@RestController
@Tag(name = "The past")
class HistoryController {
    private static final String DESCRIPTION =
            "Every event with who or what caused it and the fields that it changed, before and"
                    + " after. Also of what has been deleted. With `format=jsonl` or `csv` all that"
                    + " match, without pages. A page may be short where much was looked at.";

    private final Past<ResourceState> resources;
    private final Past<NodeState> nodes;
    private final Past<ExecutionState> executions;
    private final Entries entries;
    private final Owners owners;

    HistoryController(
            Past<ResourceState> resources,
            Past<NodeState> nodes,
            Past<ExecutionState> executions,
            Entries entries,
            Owners owners) {
        this.resources = resources;
        this.nodes = nodes;
        this.executions = executions;
        this.entries = entries;
        this.owners = owners;
    }

    @GetMapping("/api/resources/{id}/history")
    @Operation(
            operationId = "getResourceHistory",
            summary = "Get the history of a resource",
            description = DESCRIPTION)
    ResponseEntity<TrailPage> ofResource(
            @PathVariable String id,
            TrailParameters wish,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return answer(resources, id, wish, caller, response);
    }

    @GetMapping("/api/nodes/{id}/history")
    @Operation(
            operationId = "getNodeHistory",
            summary = "Get the history of a node",
            description = DESCRIPTION + " What others claim of a node is left out.")
    ResponseEntity<TrailPage> ofNode(
            @PathVariable String id,
            TrailParameters wish,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return answer(nodes, id, wish, caller, response);
    }

    @GetMapping("/api/executions/{id}/history")
    @Operation(
            operationId = "getExecutionHistory",
            summary = "Get the history of an execution",
            description = DESCRIPTION)
    ResponseEntity<TrailPage> ofExecution(
            @PathVariable String id,
            TrailParameters wish,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return answer(executions, id, wish, caller, response);
    }

    private <S> ResponseEntity<TrailPage> answer(
            Past<S> past,
            String id,
            TrailParameters wish,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var newest = past.visible(id, caller).orElseThrow(() -> Answers.nothing(past.name(), id));
        var walk = new History<>(past, id, newest.sequence(), caller, wish, entries, owners);
        return answer(wish, walk, entries, response);
    }

    /** Null when all has been written already. */
    static ResponseEntity<TrailPage> answer(
            TrailParameters wish, Walk walk, Entries entries, HttpServletResponse response)
            throws IOException {
        if (wish.form() != TrailParameters.Form.JSON) {
            new Lines(entries, wish.form()).write(wish, walk, response);
            return null;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Pages.page(wish, walk));
    }
}
