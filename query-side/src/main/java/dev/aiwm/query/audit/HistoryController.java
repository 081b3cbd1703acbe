package dev.aiwm.query.audit;

import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.user.UserState;
import dev.aiwm.query.past.Past;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.TrailParameters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;

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
    private final Past<BulkState> bulks;
    private final Past<ScheduleState> schedules;
    private final Past<UserState> users;
    private final TrailAnswers answers;

    HistoryController(
            Past<ResourceState> resources,
            Past<NodeState> nodes,
            Past<ExecutionState> executions,
            Past<BulkState> bulks,
            Past<ScheduleState> schedules,
            Past<UserState> users,
            TrailAnswers answers) {
        this.resources = resources;
        this.nodes = nodes;
        this.executions = executions;
        this.bulks = bulks;
        this.schedules = schedules;
        this.users = users;
        this.answers = answers;
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
        return answers.history(resources, id, wish, caller, response);
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
        return answers.history(nodes, id, wish, caller, response);
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
        return answers.history(executions, id, wish, caller, response);
    }

    @GetMapping("/api/bulk-operations/{id}/history")
    @Operation(
            operationId = "getBulkOperationHistory",
            summary = "Get the history of a bulk operation",
            description = DESCRIPTION)
    ResponseEntity<TrailPage> ofBulkOperation(
            @PathVariable String id,
            TrailParameters wish,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return answers.history(bulks, id, wish, caller, response);
    }

    @GetMapping("/api/schedules/{id}/history")
    @Operation(
            operationId = "getScheduleHistory",
            summary = "Get the history of a schedule",
            description = DESCRIPTION)
    ResponseEntity<TrailPage> ofSchedule(
            @PathVariable String id,
            TrailParameters wish,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return answers.history(schedules, id, wish, caller, response);
    }

    @GetMapping("/api/users/{id}/history")
    @Operation(
            operationId = "getUserHistory",
            summary = "Get the history of what is known of a user",
            description = DESCRIPTION + " Who was erased reads `erased` in all of it.")
    ResponseEntity<TrailPage> ofUser(
            @PathVariable String id,
            TrailParameters wish,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return answers.history(users, id, wish, caller, response);
    }
}
